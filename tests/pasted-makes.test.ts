import { expect, it } from 'vitest';
import { readAccount } from '../utils/pasted-account';
import { providers } from '../utils/providers/index';

const group = '120363000000000000%40g.us';

/** A line as each make's own documents have it. */
it.each([
  [
    'wawp',
    `curl "https://api.wawp.net/v2/groups/${group}/invite-code?instance_id=A1&access_token=K3y"`,
    { server: 'https://api.wawp.net', fields: { instance: 'A1' }, secrets: { token: 'K3y' } },
  ],
  [
    'wasend',
    `curl https://api.wasend.dev/s-1/groups/${group}/invite-code -H 'Authorization: Bearer K3y'`,
    { server: 'https://api.wasend.dev', fields: { session: 's-1' }, secrets: { key: 'K3y' } },
  ],
  [
    'waha',
    `curl -X GET 'http://localhost:3000/api/shop/groups/${group}/invite-code' -H 'accept: */*' -H 'X-Api-Key: K3y'`,
    { server: 'http://localhost:3000', fields: { session: 'shop' }, secrets: { key: 'K3y' } },
  ],
  [
    'evolution',
    `curl --request GET --url 'https://evo.example.com/group/inviteCode/main?groupJid=${group}' --header 'apikey: K3y'`,
    { server: 'https://evo.example.com', fields: { instance: 'main' }, secrets: { key: 'K3y' } },
  ],
  [
    'wppconnect',
    `curl http://localhost:21465/api/NERDWHATS/group-invite-link/1 -H 'Authorization: Bearer $2b$10$K3y'`,
    { server: 'http://localhost:21465', fields: { session: 'NERDWHATS' }, secrets: { token: '$2b$10$K3y' } },
  ],
  [
    'gowa',
    `curl -u admin:K3y -H 'X-Device-Id: d-1' 'http://localhost:3000/group/invite-link?group_id=${group}'`,
    { server: 'http://localhost:3000', fields: { user: 'admin', device: 'd-1' }, secrets: { password: 'K3y' } },
  ],
])('reads an account of %s out of a line', (make, line, account) => {
  expect(readAccount(line, providers)).toEqual({ make, ...account });
});

it.each([
  ['waha', 'http://localhost:3000/dashboard/'],
  ['waha', 'https://waha.example.com/api/'],
  ['evolution', 'http://localhost:8080/manager/instances'],
  ['gowa', 'http://gowa.lan:3000'],
  ['wawp', 'https://wawp.net/dashboard'],
])('knows %s by the address of a page: %s', (make, address) => {
  expect(readAccount(address, providers)).toMatchObject({ make, fields: {}, secrets: {} });
});
