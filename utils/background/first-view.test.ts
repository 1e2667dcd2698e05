import { describe, expect, it } from 'vitest';
import { type FirstView, firstViewIn } from '../bridge/first-view';
import { bareCode } from '../invite-link';
import type { Overview } from '../model';
import { keptOf } from './first-view';

const code = bareCode('AbCdEfGhIjKlMnOpQrStUv');
if (!code) throw new Error('no code');

const overview: Overview = {
  accounts: [
    {
      ...{ id: 'a', make: 'wawp', name: 'Acme', makeLabel: 'Wawp', server: 'https://api.wawp.net', addedAt: 1 },
      ...{
        origin: 'https://api.wawp.net/*',
        fields: {},
        secrets: ['key'],
        allowed: true,
        demo: false,
        copyOnly: false,
      },
    },
  ],
  settings: {
    ...{ shape: 'link', theme: 'dark', badge: true, menuOff: [], joinsPerMinute: 2, joinOnly: ['x'], greeting: 'Hi' },
    lockAfterMinutes: 15,
  },
  ...{ primaries: { g: 'a' }, used: [{ account: 'a', group: 'g', at: 1 }], alerts: 0, chains: [] },
  vault: { passphrase: false, locked: false },
  record: { health: 'whole', rescued: [] },
  last: { group: { id: 'g', name: 'VIP' }, invite: { account: 'a', group: 'g', code, seenAt: 2 } },
};

function written(kept: unknown, version = '1'): FirstView {
  return { version, text: JSON.stringify(kept) };
}

describe('what is kept of the popup’s first view', () => {
  it('is what the popup shows at once, and no more', () => {
    const kept = keptOf(overview);
    expect(kept).toMatchObject({ accounts: overview.accounts, last: overview.last, settings: { theme: 'dark' } });
    expect(kept).toMatchObject({ used: [], primaries: {}, settings: { greeting: '', joinOnly: [] } });
    expect(firstViewIn(written(kept), '1')).toEqual(kept);
  });

  it.each<[string, Partial<Overview>]>([
    ['the keys are locked', { vault: { passphrase: true, locked: true } }],
    ['the keys could be locked', { vault: { passphrase: true, locked: false } }],
    ['the record is damaged', { record: { health: 'damaged', rescued: [] } }],
    [
      'nobody knows how a retirement ended',
      {
        last: {
          group: { id: 'g', name: 'VIP' },
          invite: { account: 'a', group: 'g', open: { id: '1', code, sentAt: 1 } },
        },
      },
    ],
  ])('is nothing where %s', (_, more) => {
    expect(keptOf({ ...overview, ...more })).toBeUndefined();
  });
});

describe('reading it', () => {
  const kept = keptOf(overview);

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['another version’s', written(kept, '2')],
    ['another shape', { version: '1', overview: kept }],
    ['a broken text', { version: '1', text: '{' }],
    ['a view without accounts', written({ ...kept, accounts: undefined })],
    [
      'a code that is none',
      written({
        ...kept,
        last: { group: { id: 'g', name: 'VIP' }, invite: { account: 'a', group: 'g', code: 'javascript:0' } },
      }),
    ],
    ['a view of locked keys', written({ ...kept, vault: { passphrase: true, locked: true } })],
  ])('refuses %s', (_, found) => {
    expect(firstViewIn(found, '1')).toBeUndefined();
  });

  it('takes the view of somebody who has nothing yet', () => {
    const { last: _, ...empty } = { ...overview, accounts: [] };
    expect(firstViewIn(written(empty), '1')).toEqual(empty);
  });
});
