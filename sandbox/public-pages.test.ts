import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from './serve.ts';
import { visitor } from './visitor.ts';

const sandbox = await startSandbox();
const { told, desk, choose, codeOf, idOf } = visitor(sandbox);

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

describe('the public pages', () => {
  it('tell a live group by its name, escaped, and its picture', async () => {
    const { status, text } = await seen(codeOf('Garden Swap Toulouse'));
    expect(status).toBe(200);
    expect(meta(text, 'og:title')).toBe('Garden Swap Toulouse');
    expect(meta(text, 'invite_link_type_v2')).toBe('DEFAULT');
    expect(text.length).toBeGreaterThan(150_000);
    const { pathname, search } = new URL(meta(text, 'og:image').replaceAll('&amp;', '&'));
    expect(await told(pathname + search)).toMatchObject({ status: 200, type: 'image/jpeg' });
    const markup = await seen(codeOf(`<img src=x onerror=alert(1)> <b>Deals</b> & "more"`));
    expect(meta(markup.text, 'og:title')).toBe(
      '&lt;img src=x onerror=alert(1)&gt; &lt;b&gt;Deals&lt;/b&gt; &amp; &quot;more&quot;',
    );
  });

  it('show the standard picture for a live group without one', async () => {
    expect(meta((await seen(codeOf('Beta Testers'))).text, 'og:image')).toContain('static.whatsapp.net');
  });

  it('tell communities and their groups apart', async () => {
    const community = await seen(codeOf('Studio Community'));
    expect(meta(community.text, 'invite_link_type_v2')).toBe('PARENT');
    const sub = await seen(codeOf('Studio · Beginners'));
    expect(meta(sub.text, 'invite_link_type_v2')).toBe('SUB');
    expect(meta(sub.text, 'parent_group_subject')).toBe('Studio Community');
  });

  it('cannot tell a retired code from one that never was', async () => {
    const old = codeOf('VIP Launch List');
    await desk('POST', 'world', { act: 'revoke', group: idOf('VIP Launch List') });
    for (const code of [old, 'HFakeDemo01abcdefgh12X', 'odd']) {
      const { status, text } = await seen(code);
      expect([status, meta(text, 'og:title'), meta(text, 'invite_link_type_v2')]).toEqual([200, '', '']);
    }
    await choose('public', { dead: '404' });
    expect((await seen(old)).status).toBe(404);
  });

  it('answer at the older path, and under their own name', async () => {
    const code = codeOf('Garden Swap Toulouse');
    expect(meta((await seen(`invite/${code}`)).text, 'og:title')).toBe('Garden Swap Toulouse');
  });

  it('are kept from people in all the known ways', async () => {
    const code = codeOf('Garden Swap Toulouse');
    for (const guard of ['consent', 'challenge', 'short']) {
      await choose('public', { guard });
      expect((await seen(code)).text).not.toContain('og:title');
    }
    await choose('public', { guard: 'elsewhere' });
    expect(await told(`/public/${code}`, { redirect: 'manual' })).toMatchObject({ status: 302 });
    await choose('public', { guard: 'open', layout: 'unknown' });
    expect((await seen(code)).text).not.toContain('og:title');
  });

  it('refuse to be read too often, with or without saying until when', async () => {
    await desk('POST', 'faults', { fault: '429', make: 'public', retryAfter: null, times: 1 });
    await desk('POST', 'faults', { fault: '429', make: 'public', retryAfter: 7, times: 1 });
    const answers = [await fetch(`${sandbox.url}/public/x`), await fetch(`${sandbox.url}/public/x`)];
    expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [429, null],
      [429, '7'],
    ]);
  });

  it('are written down, with whatever should not have come along', async () => {
    await told('/public/x', { headers: { cookie: 'wa=1', authorization: 'Bearer wasend-demo-key' } });
    expect(await desk('GET', 'requests')).toMatchObject([
      { make: 'public', verb: 'page', path: '/x', credentials: ['header', 'cookie'], status: 200 },
    ]);
  });
});

const seen = (path: string) => told(`/public/${path}`);

function meta(html: string, property: string): string {
  return new RegExp(`<meta property="${property}" content="([^"]*)">`).exec(html)?.[1] ?? 'none';
}
