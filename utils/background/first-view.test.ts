import { describe, expect, it } from 'vitest';
import { type FirstView, firstViewIn } from '../bridge/first-view';
import { demoInvites } from '../demo-invites';
import { firstFaceIn } from '../first-face';
import { bareCode } from '../invite-link';
import type { AccountView } from '../model/account';
import type { Group } from '../model/group';
import type { InviteView } from '../model/invite';
import type { Overview } from '../model/overview';
import { faceOf, keptOf } from './first-view';

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

describe('what of it stands first', () => {
  const { last } = overview;
  if (!last) throw new Error('no group');
  const now = 1_000;
  const withInvite = (more: Partial<InviteView>) => ({ last: { ...last, invite: { ...last.invite, ...more } } });
  const withGroup = (more: Partial<Group>) => ({ last: { ...last, group: { ...last.group, ...more } } });
  const withAccount = (more: Partial<AccountView>) => ({
    accounts: overview.accounts.map((one) => ({ ...one, ...more })),
  });

  it('is the group’s name, its code, the word of the shape, and the theme', () => {
    expect(faceOf(overview, now)).toEqual({ name: 'VIP', code, act: 'copyLink', tag: '', theme: 'dark' });
    const png: Overview = {
      ...overview,
      settings: { ...overview.settings, shape: 'png' },
      ...withGroup({ admin: true }),
    };
    expect(faceOf(png, now)).toMatchObject({ act: 'savePng', tag: 'admin' });
    expect(faceOf({ ...overview, ...withGroup({ admin: false }) }, now)).toMatchObject({ tag: 'notAdmin' });
  });

  it('has a name that nothing can hide in', () => {
    const face = faceOf({ ...overview, ...withGroup({ name: ' \u202Evip\n\u200B list ' }) }, now);
    expect(face?.name).toBe('vip list');
    expect(firstFaceIn({ version: '1', face }, '1')).toEqual(face);
  });

  it.each<[string, Partial<Overview>]>([
    ['there is no account', { accounts: [] }],
    ['no group was used', { last: undefined } as never],
    ['its code is not known', { last: { ...last, invite: { account: 'a', group: 'g' } } }],
    ['the name is nothing that can be seen', withGroup({ name: '\u200B\u3164' })],
    ['the host is not allowed', withAccount({ allowed: false })],
    ['it is the demo', withAccount({ demo: true })],
    ['the code is one of the demo’s', withInvite({ code: demoInvites.live })],
    ['the link is a new one', withInvite({ previous: { code, at: now - 1, reason: 'asked' } } as never)],
    ['somebody else had to be asked', withInvite({ failed: { kind: 'unreachable' } })],
    ['something is to be looked at', { alerts: 1 }],
    ['the keys could be locked', { vault: { passphrase: true, locked: false } }],
    ['the record is damaged', { record: { health: 'damaged', rescued: [] } }],
  ])('is nothing where %s', (_, more) => {
    expect(faceOf({ ...overview, ...more }, now)).toBeUndefined();
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
