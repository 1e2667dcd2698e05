import { describe, expect, it } from 'vitest';
import { typedHost } from './typed-host';

describe('typedHost', () => {
  it.each([
    ['example.org', 'example.org'],
    [' https://Forum.Example.org/thread/7?page=2#last ', 'forum.example.org'],
    ['http://localhost:8080/x', 'localhost'],
    ['mail.example.org.', 'mail.example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ])('finds the site in %j', (typed, host) => {
    expect(typedHost(typed)).toBe(host);
  });

  it.each([
    '',
    '   ',
    'two words',
    'ftp://example.org',
    'about:blank',
    'https://good.example@evil.example/',
    '[::1]',
    '*',
  ])('finds none in %j', (typed) => {
    expect(typedHost(typed)).toBeUndefined();
  });
});
