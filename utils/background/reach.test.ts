import { describe, expect, it } from 'vitest';
import { everywhere, hasPages, hostOf, isWithin, pagesOf, sameReach } from './reach';

describe('which pages are looked at', () => {
  it.each([
    ['blog.example', [everywhere], [], true],
    ['blog.example', [everywhere], ['blog.example'], false],
    ['www.blog.example', [everywhere], ['blog.example'], true],
    ['blog.example', [pagesOf('blog.example')], [], true],
    ['www.blog.example', [pagesOf('blog.example')], [], false],
    ['blog.example', [], [], false],
  ] as const)('%s, of %j without %j: %s', (host, matches, off, is) => {
    expect(isWithin(host, { matches: [...matches], excludeMatches: off.map(pagesOf) })).toBe(is);
  });

  it.each(['blog.example', '127.0.0.1', 'localhost', 'xn--bcher-kva.example'])('%s makes a pattern', (host) => {
    expect(hasPages(host)).toBe(true);
  });

  it.each(['', '*', '*.example', 'a/b', 'a:80', '[::1]', 'a b', '.example', 'bücher.example'])(
    '%j makes none',
    (host) => {
      expect(hasPages(host)).toBe(false);
    },
  );

  it.each([
    ['https://blog.example:8443/a?b', 'blog.example'],
    ['about:blank', undefined],
    ['file:///etc/passwd', undefined],
    ['chrome://settings', undefined],
    [undefined, undefined],
  ])('%s is on %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });

  it('knows the same list in another order', () => {
    const wanted = { matches: ['a', 'b'], excludeMatches: [] };
    expect(sameReach({ matches: ['b', 'a'] }, wanted)).toBe(true);
    expect(sameReach({ matches: ['a', 'b'], excludeMatches: ['c'] }, wanted)).toBe(false);
    expect(sameReach({ matches: ['a'] }, wanted)).toBe(false);
  });
});
