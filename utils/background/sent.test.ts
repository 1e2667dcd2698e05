import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bounded, clear, list, noteSent, together } from './sent';

const one = fc.record({
  host: fc.constantFrom(...Array.from({ length: 90 }, (_, nth) => `h${nth}.example`)),
  at: fc.integer({ min: 1, max: 1_000_000 }),
  kind: fc.constantFrom('invite', 'revoke', 'page'),
});
const count = (hosts: ReturnType<typeof bounded>) =>
  Object.values(hosts)
    .flatMap(({ kinds }) => Object.values(kinds))
    .reduce((sum, some) => sum + some, 0);

describe('what has been sent', () => {
  it('loses no request, and never grows beyond its room', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 400 }), (all) => {
        const hosts = all.reduce<ReturnType<typeof bounded>>(
          (sum, { host, at, kind }) =>
            bounded(together(sum, { [host]: { first: at, last: at, kinds: { [kind]: 1 } } })),
          {},
        );
        expect(count(hosts)).toBe(all.length);
        expect(Object.keys(hosts).length).toBeLessThanOrEqual(61);
      }),
      { numRuns: 50 },
    );
  });

  it('is written together, told at once, and forgotten when somebody says so', async () => {
    fakeBrowser.reset();
    for (let nth = 0; nth < 50; nth += 1) noteSent(nth % 5 ? 'invite' : 'revoke')('gate.example');
    expect(await list()).toMatchObject([{ host: 'gate.example', count: 50, kinds: { invite: 40, revoke: 10 } }]);
    const { count: writings } = (await fakeBrowser.storage.local.get('sent')).sent as { count: number };
    expect(writings).toBe(1);
    expect(await clear()).toEqual([]);
    noteSent('page')('chat.whatsapp.com');
    expect(await list()).toMatchObject([{ host: 'chat.whatsapp.com', count: 1 }]);
  });
});
