import { expect, it } from 'vitest';
import { bareCode } from '../../utils/invite-link';
import type { AccountView } from '../../utils/model/account';
import type { Group } from '../../utils/model/group';
import type { InviteView } from '../../utils/model/invite';
import { placesOf, verdictOf } from './verdict-of';

const account: AccountView = {
  id: 'a',
  make: 'wawp',
  makeLabel: 'Wawp',
  name: 'Acme',
  server: 'https://api.wawp.net',
  origin: 'https://api.wawp.net/*',
  ...{ allowed: true, demo: false, copyOnly: false },
  fields: {},
  secrets: [],
  addedAt: 0,
};
const group: Group = { id: '1@g.us', name: 'VIP', size: { count: 812, atLeast: false } };
const code = bareCode('AbCdEfGhIjKlMnOpQrStUv');
const seen: InviteView = { account: 'a', group: '1@g.us', ...(code && { code }), seenAt: 1 };
const nothing = undefined;

it('calls live what the gateway has confirmed', () => {
  expect(verdictOf({ account, group }, { view: seen, trouble: nothing })).toBe('live');
});

it('calls full what has no place left, and only where places are known', () => {
  const crowd = { ...group, size: { count: 1024, atLeast: false } };
  expect(verdictOf({ account, group: crowd }, { view: seen, trouble: nothing })).toBe('full');
  const news: Group = { ...crowd, kind: 'announcements' };
  expect(placesOf(news)).toBeUndefined();
  expect(verdictOf({ account, group: news }, { view: seen, trouble: nothing })).toBe('live');
});

it('cannot tell after trouble, without permission, or while a revocation is open', () => {
  expect(verdictOf({ account, group }, { view: seen, trouble: { kind: 'unreachable' } })).toBe('unknown');
  expect(verdictOf({ account: { ...account, allowed: false }, group }, { view: seen, trouble: nothing })).toBe(
    'unknown',
  );
  const open = code && { ...seen, open: { id: 'x', code, sentAt: 1 } };
  expect(verdictOf({ account, group }, { view: open, trouble: nothing })).toBe('unknown');
});

it('says nothing of a link that is not there', () => {
  const { code: _, ...without } = seen;
  expect(verdictOf({ account, group }, { view: without, trouble: nothing })).toBeUndefined();
});
