import { expect, it } from 'vitest';
import { bareCode } from '../../utils/invite-link';
import type { InviteView } from '../../utils/model/invite';
import { endOf } from './end-of';

const old = bareCode('AbCdEfGhIjKlMnOpQrStUv');
const fresh = bareCode('ZyXwVuTsRqPoNmLkJiHgFe');
if (!old || !fresh) throw new Error('not codes');

const which = { account: 'a', group: '1@g.us' };
const same: InviteView = { ...which, code: old };
const open: InviteView = { ...same, open: { id: 'x', code: old, sentAt: 1 } };
const byUs: InviteView = { ...which, code: fresh, previous: { code: old, at: 2, byUs: true } };
const lost = { kind: 'unsettled' } as const;

it('calls retired what the store calls retired, whatever the reply was', () => {
  expect(endOf({ asked: old, view: byUs, wasOpen: false, told: undefined })).toEqual({ retired: old });
  expect(endOf({ asked: old, view: byUs, wasOpen: true, told: lost })).toEqual({ retired: old });
});

it('takes a change that was not ours for none of ours', () => {
  const elsewhere = { ...byUs, previous: { code: old, at: 2, byUs: false } };
  const told = { kind: 'changed-meanwhile' } as const;
  expect(endOf({ asked: old, view: elsewhere, wasOpen: false, told })).toEqual({ trouble: told });
  expect(endOf({ asked: fresh, view: byUs, wasOpen: false, told: undefined })).toEqual({});
});

it('passes on what was said while nobody knows, and before the store was asked', () => {
  expect(endOf({ asked: old, view: open, wasOpen: true, told: lost })).toEqual({ trouble: lost });
  expect(endOf({ asked: old, view: same, wasOpen: false, told: lost })).toEqual({ trouble: lost });
});

it('says that the link stayed, once the store has closed the revocation on the old code', () => {
  expect(endOf({ asked: old, view: same, wasOpen: true, told: lost })).toEqual({ trouble: { kind: 'not-rotated' } });
});

it('says nothing of what was not asked here', () => {
  expect(endOf({ asked: undefined, view: byUs, wasOpen: false, told: undefined })).toEqual({});
});
