import { describe, expect, it } from 'vitest';
import { networkTrouble } from './network-error';

const https = 'https://192.168.1.20:8443';

describe('what a browser’s word for a failed request means', () => {
  it.each([
    ['net::ERR_CONNECTION_REFUSED', 'closed-port'],
    ['NS_ERROR_CONNECTION_REFUSED', 'closed-port'],
    ['net::ERR_NAME_NOT_RESOLVED', 'no-such-host'],
    ['NS_ERROR_UNKNOWN_HOST', 'no-such-host'],
    ['net::ERR_INTERNET_DISCONNECTED', 'no-network'],
    ['net::ERR_UNSAFE_PORT', 'blocked-port'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'bad-certificate'],
    ['net::ERR_CERT_DATE_INVALID', 'bad-certificate'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'not-tls'],
    ['net::ERR_CONNECTION_RESET', 'unreachable'],
    ['NS_ERROR_NET_RESET', 'unreachable'],
    ['The certificate is not trusted because it is self-signed.', 'bad-certificate'],
    ['Le certificat n’est pas sûr car il est auto-signé.', 'bad-certificate'],
    ['SSL received a record that exceeded the maximum permissible length.', 'not-tls'],
    ['SSL hat einen Eintrag erhalten, der die maximal erlaubte Länge überschritten hat.', 'not-tls'],
  ])('%s: %s', (error, kind) => {
    expect(networkTrouble(error, https)).toBe(kind);
  });

  it('is nothing of encryption where there was none', () => {
    expect(networkTrouble('Une phrase que personne ne connaît.', 'http://nas:3000')).toBe('unreachable');
  });

  it('knows the ports that no browser talks to, where the browser says nothing', () => {
    expect(networkTrouble(undefined, 'http://nas:6000')).toBe('blocked-port');
    expect(networkTrouble(undefined, 'http://nas:3000')).toBe('unreachable');
    expect(networkTrouble(undefined, 'https://nas')).toBe('unreachable');
  });
});
