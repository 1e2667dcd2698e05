import { afterAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../serve.ts';
import { visitor } from '../visitor.ts';
import { pageNames } from './index.ts';
import { qrMatrix } from './qr-matrix.ts';

const sandbox = await startSandbox();
const { told } = visitor(sandbox);
const page = (path: string) => told(`/_sandbox/pages/${path}`);

afterAll(() => sandbox.close());

describe('the pages', () => {
  it.each(pageNames)('serves %s, the same every time, and what is true of it', async (name) => {
    const calm = `${name}?calm`;
    const { status, type, text } = await page(calm);
    expect([status, type]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await page(calm)).text).toBe(text);
    const truth = (await page(`${name}.json`)).body as { codes: string[]; never: string[] };
    for (const code of [...truth.codes, ...truth.never]) expect(code).toMatch(/^[A-Za-z0-9]{22}$/);
    expect(new Set(truth.codes).size).toBe(truth.codes.length);
    expect(truth.codes.filter((code) => truth.never.includes(code))).toEqual([]);
  });

  it('lists them, and says which there are', async () => {
    const { text } = await page('');
    for (const name of pageNames) expect(text).toContain(`/_sandbox/pages/${name}"`);
    expect((await page('nowhere')).status).toBe(404);
    expect((await page('constructor')).status).toBe(404);
  });

  it('has five hundred invites in the directory, half of them of groups that exist', async () => {
    const { codes } = (await page('directory.json')).body as { codes: string[] };
    expect(codes).toHaveLength(500);
    expect(codes.filter((code) => sandbox.world.withCode(code))).toHaveLength(250);
  });

  it('has as many elements on the plain page as one likes', async () => {
    const { text } = await page('plain?n=30000');
    const elements = text.match(/<(p|a|b)[ >]/g)?.length ?? 0;
    expect(Math.abs(elements - 30_000)).toBeLessThan(100);
    expect(text).not.toContain('whatsapp');
  });

  it('draws QR codes', async () => {
    expect((await page('qr/rotated.png')).type).toBe('image/png');
    expect(qrMatrix('https://chat.whatsapp.com/HFakeQr0001abcdefghijk')).toHaveLength(29);
    expect(() => qrMatrix('x'.repeat(54))).toThrow('Too long');
  });
});
