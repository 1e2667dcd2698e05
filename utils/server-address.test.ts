import { describe, expect, it } from 'vitest';
import { originPattern } from './origin-pattern';
import { serverAddress } from './server-address';
import { Trouble } from './trouble';

const kept: readonly (readonly [string, string])[] = [
  ['https://api.wawp.net', 'https://api.wawp.net'],
  ['api.wawp.net/', 'https://api.wawp.net'],
  ['  https://Gate.Example.com:8443/evo//  ', 'https://gate.example.com:8443/evo'],
  ['https://gate.example.com./', 'https://gate.example.com'],
  ['https://gate.example.com/path?access_token=x#y', 'https://gate.example.com/path'],
  ['localhost:3000', 'http://localhost:3000'],
  ['http://127.0.0.1:8477/wawp', 'http://127.0.0.1:8477/wawp'],
  ['192.168.1.20:8080', 'http://192.168.1.20:8080'],
  ['http://2130706433:3000', 'http://127.0.0.1:3000'],
  ['nas:3000', 'http://nas:3000'],
  ['waha.lan', 'http://waha.lan'],
  ['[::1]:3000', 'http://[::1]:3000'],
  ['http://[fd12:3456::1]:3000', 'http://[fd12:3456::1]:3000'],
  ['http://100.101.102.103', 'http://100.101.102.103'],
];

const refused: readonly (readonly [string, Trouble['kind']])[] = [
  ['', 'bad-address'],
  ['https://', 'bad-address'],
  ['https://user:pass@gate.example.com', 'bad-address'],
  ['ftp://gate.example.com', 'bad-address'],
  ['javascript://gate.example.com/%0aalert(1)', 'bad-address'],
  ['data://x', 'bad-address'],
  ['https://gate.example.com:0', 'bad-address'],
  ['http://169.254.169.254', 'bad-address'],
  ['http://0.0.0.0:80', 'bad-address'],
  ['http://[::ffff:169.254.169.254]', 'bad-address'],
  ['http://[fe80::1]', 'bad-address'],
  ['http://metadata.google.internal', 'bad-address'],
  ['https://exa mple.com', 'bad-address'],
  [`https://gate.example.com/${'x'.repeat(2000)}`, 'bad-address'],
  ['http://gate.example.com', 'needs-https'],
  ['http://8.8.8.8', 'needs-https'],
  ['http://172.32.0.1', 'needs-https'],
  ['http://100.128.0.1', 'needs-https'],
  ['http://[2001:db8::1]', 'needs-https'],
  ['http://localhost.example.com', 'needs-https'],
];

describe('a server address', () => {
  it.each(kept)('%s is kept as %s', (typed, expected) => {
    expect(serverAddress(typed)).toBe(expected);
  });

  it.each(refused)('%s is refused: %s', (typed, kind) => {
    expect(() => serverAddress(typed)).toThrow(Trouble);
    expect(() => serverAddress(typed)).toThrow(kind);
  });

  it('asks for its host without a port, which Firefox does not know', () => {
    expect(originPattern('http://127.0.0.1:8477/wawp')).toBe('http://127.0.0.1/*');
    expect(originPattern('not an address')).toBeUndefined();
  });
});
