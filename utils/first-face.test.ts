import { describe, expect, it } from 'vitest';
import { firstFaceIn } from './first-face';

const code = 'AbCdEfGhIjKlMnOpQrStUv';
const face = { name: 'VIP', code, act: 'copyLink', tag: 'admin', theme: 'dark' };
const written = (more: object = {}) => ({ version: '1', text: '{}', face: { ...face, ...more } });

describe('the first face that was kept', () => {
  it('is taken as it was written', () => {
    expect(firstFaceIn(written(), '1')).toEqual(face);
    expect(firstFaceIn(written({ tag: '' }), '1')).toMatchObject({ tag: '' });
    expect(firstFaceIn(written({ name: 'مجموعة 👩\u200D👧 <b>x</b>' }), '1')).toBeDefined();
  });

  it.each<[string, unknown]>([
    ...([null, undefined, 0, '', 'text', [], {}] as const).map(
      (kept) => [JSON.stringify(kept) ?? 'nothing', kept] as [string, unknown],
    ),
    ['another version’s', { ...written(), version: '2' }],
    ['a view without one', { version: '1', text: '{}' }],
    ['one that is a text', { version: '1', face: JSON.stringify(face) }],
    ['one that is nothing', { version: '1', face: null }],
    ...Object.keys(face).map((key) => [`one without ${key}`, written({ [key]: undefined })] as [string, unknown]),
    ...Object.keys(face).map(
      (key) => [`a list as ${key}`, written({ [key]: [Reflect.get(face, key)] })] as [string, unknown],
    ),
    ['an address as code', written({ code: 'javascript:alert(1)//' })],
    ['a code of another length', written({ code: `${code}x` })],
    ['a code with a line after it', written({ code: `${code}\n` })],
    ['a code of somebody’s docs', written({ code: 'x'.repeat(22) })],
    ['no name', written({ name: '' })],
    ['a name that turns the text', written({ name: 'vip \u202Egnp.exe' })],
    ['a name with something hidden in it', written({ name: 'vip\u200B' })],
    ['a name of two lines', written({ name: 'vip\nlist' })],
    ['a name without end', written({ name: 'x'.repeat(1_001) })],
    ['any other word on the button', written({ act: 'retireLink' })],
    ['any other word beside the name', written({ tag: 'verdictRetired' })],
    ['a theme that is none', written({ theme: 'dark light' })],
  ])('refuses %s', (_, kept) => {
    expect(firstFaceIn(kept, '1')).toBeUndefined();
  });
});
