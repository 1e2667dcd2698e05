import { describe, expect, it } from 'vitest';
import { bareCode } from '../invite-link';
import type { Probe, Sight } from '../model/sight';
import type { Preview } from '../providers/preview-in';
import { Trouble, type TroubleKind, troubleKinds } from '../trouble';
import type { Ours } from './own';
import { forPage, sightOf, sightOfOurs, standing, withOurs } from './sight-of';

const code = bareCode('HFakeDemo01abcdefgh12X');
if (!code) throw new Error('Not a code');
const now = 1_000_000;
const seen = { code, seenAt: now };
const picture = 'data:image/jpeg;base64,AA==';
const probe: Probe = { code, id: '1@g.us', name: 'Club', size: { count: 12, atLeast: false }, seenAt: now };
const active: Preview = { state: 'active', name: 'Club', image: 'x', linkType: 'subgroup', parentName: 'Town' };
const dead: Preview = { state: 'invalid', name: null, image: null, linkType: null, parentName: null };
const no = (kind: TroubleKind) => new Trouble(kind, { host: 'gate.example' });

describe('a sight', () => {
  it('is what the gateway sees, with what only the page shows', () => {
    const { seenAt: _, ...facts } = probe;
    const alone = { ...seen, ...facts, verdict: 'live', sources: ['gateway'] };
    expect(sightOf(code, { gateway: probe }, now)).toEqual(alone);
    expect(sightOf(code, { gateway: probe, page: no('slow-down') }, now)).toEqual(alone);
    // The page may be behind; it has not seen what the gateway has.
    expect(sightOf(code, { gateway: probe, page: dead }, now)).toEqual(alone);
    expect(sightOf(code, { gateway: probe, page: active, picture }, now)).toEqual({
      ...{ ...alone, kind: 'subgroup', parent: 'Town', picture },
      sources: ['gateway', 'page'],
    });
  });

  it.each([
    [{}, 'live'],
    [{ approval: true }, 'approval'],
    [{ approval: false }, 'live'],
    [{ size: { count: 1_024, atLeast: false } }, 'full'],
    [{ size: { count: 1_024, atLeast: false }, approval: true }, 'full'],
    [{ size: { count: 1_023, atLeast: false } }, 'live'],
    [{ size: { count: 1_024, atLeast: true } }, 'live'],
    [{ size: { count: 1_200, atLeast: false } }, 'live'],
    [{ size: { count: 1_200, atLeast: false }, kind: 'group' }, 'full'],
    [{ size: { count: 1_024, atLeast: false }, kind: 'subgroup' }, 'full'],
    [{ size: { count: 4_000, atLeast: false }, kind: 'announcements' }, 'live'],
    [{ size: { count: 1_024, atLeast: false }, kind: 'community' }, 'live'],
  ] as const)('of a group with %o is %s', (facts, verdict) => {
    expect(standing(facts)).toBe(verdict);
    expect(sightOf(code, { gateway: { ...probe, size: undefined, ...facts } as Probe }, now).verdict).toBe(verdict);
  });

  it('says of the link only what somebody said of the link', () => {
    const told = Object.fromEntries(
      troubleKinds
        .map((kind) => [kind, sightOf(code, { gateway: no(kind) }, now)])
        .map(([kind, sight]) => [kind, sight]),
    ) as Record<TroubleKind, Sight>;
    const { 'link-retired': retired, 'link-invalid': invalid, full, ...others } = told;
    expect(retired).toEqual({ ...seen, verdict: 'retired', sources: ['gateway'] });
    expect(invalid).toEqual({ ...seen, verdict: 'invalid', sources: ['gateway'] });
    expect(full).toEqual({ ...seen, verdict: 'full', sources: ['gateway'] });
    for (const [kind, sight] of Object.entries(others)) {
      expect(sight).toEqual({ ...seen, verdict: 'unknown', trouble: { kind, host: 'gate.example' }, sources: [] });
    }
  });

  it('is what the page shows, where no gateway could tell', () => {
    const shown = { ...seen, name: 'Club', kind: 'subgroup', parent: 'Town', picture, sources: ['page'] };
    for (const gateway of [undefined, no('timed-out'), no('session-down'), no('link-unknown'), no('refused')]) {
      expect(sightOf(code, { gateway, page: active, picture }, now)).toEqual({ ...shown, verdict: 'live' });
    }
    for (const gateway of [undefined, no('timed-out')]) {
      expect(sightOf(code, { gateway, page: dead }, now)).toEqual({ ...seen, verdict: 'invalid', sources: ['page'] });
    }
    for (const kind of ['locked', 'removed'] as const) {
      expect(sightOf(code, { gateway: no(kind), page: active, picture }, now)).toEqual({
        ...{ ...shown, verdict: 'unknown', trouble: { kind, host: 'gate.example' } },
      });
    }
    expect(sightOf(code, { gateway: no('full'), page: active }, now)).toMatchObject({
      ...{ verdict: 'full', name: 'Club', sources: ['gateway', 'page'] },
    });
    expect(sightOf(code, { gateway: no('link-unknown'), page: dead }, now)).toEqual({
      ...{ ...seen, verdict: 'invalid', sources: ['page'] },
    });
  });

  it('is never "retired" by the page alone, and never anything by nobody', () => {
    expect(sightOf(code, { gateway: no('link-retired'), page: active }, now).verdict).toBe('retired');
    expect(sightOf(code, {}, now).trouble).toEqual({ kind: 'no-source' });
    expect(sightOf(code, { page: no('page-unread') }, now)).toMatchObject({
      ...{ verdict: 'unknown', sources: [], trouble: { kind: 'page-unread' } },
    });
    expect(sightOf(code, { gateway: no('no-session'), page: no('page-unread') }, now).trouble?.kind).toBe('no-session');
  });
});

const inside = { account: 'a', accountName: 'Mine', group: '1@g.us', name: 'Club' };
const current: Ours = {
  own: { relation: 'admin', seenAt: 5, code: 'current', inside: { ...inside, current: code } },
  group: { id: '1@g.us', name: 'Club', size: { count: 1_024, atLeast: false } },
  isUnsettled: false,
  confirmedAt: 500,
};
const replaced: Ours = {
  ...current,
  own: { ...current.own, code: 'retired', retired: { at: 900, since: 100, byUs: true } },
};
const live: Sight = { ...seen, verdict: 'live', sources: ['gateway'], name: 'Club' };

describe('a sight of what is ours', () => {
  it('is retired where our record says so and nobody has seen it alive since', () => {
    const ended = { code, verdict: 'retired', sources: ['gateway'], seenAt: 900, own: replaced.own };
    const failed: Sight = { ...seen, verdict: 'unknown', trouble: { kind: 'timed-out' }, sources: [] };
    expect(withOurs(failed, replaced)).toEqual(ended);
    expect(withOurs({ ...live, seenAt: 900 }, replaced)).toEqual({ ...ended, name: 'Club' });
    expect(withOurs(live, replaced)).toEqual({ ...live, own: replaced.own });
    const opensNothing: Sight = { ...seen, verdict: 'invalid', sources: ['page'] };
    expect(withOurs(opensNothing, replaced)).toEqual({ ...opensNothing, verdict: 'retired', own: replaced.own });
    expect(withOurs(opensNothing, current).verdict).toBe('invalid');
    expect(withOurs(failed, current)).toEqual({ ...failed, own: current.own });
    expect(withOurs(live, undefined)).toBe(live);
  });

  it('needs nobody to have looked', () => {
    expect(sightOfOurs(code, replaced)).toMatchObject({ verdict: 'retired', seenAt: 900, sources: ['gateway'] });
    expect(sightOfOurs(code, current)).toMatchObject({ verdict: 'full', seenAt: 500, name: 'Club', id: '1@g.us' });
    expect(sightOfOurs(code, { ...current, isUnsettled: true })).toMatchObject({
      ...{ verdict: 'unknown', trouble: { kind: 'unsettled' }, sources: [] },
    });
    const { confirmedAt: _, ...unconfirmed } = current;
    expect(sightOfOurs(code, unconfirmed)).toBeUndefined();
  });
});

describe('what a page is told', () => {
  it('holds nothing of accounts, hosts and ids', () => {
    const failed: Sight = {
      ...{ ...seen, verdict: 'unknown', sources: [], id: '3361234-15@g.us', own: current.own },
      trouble: { kind: 'slow-down', host: 'gate.example', said: 'no, 0612345678', status: 429, waitMs: 5 },
    };
    expect(forPage(failed)).toEqual({
      ...{ ...seen, verdict: 'unknown', sources: [], trouble: { kind: 'slow-down', waitMs: 5 } },
      own: { relation: 'admin', seenAt: 5, code: 'current' },
    });
    expect(forPage(live)).toEqual(live);
  });

  it('does not name the group of a retired code', () => {
    const told = forPage(sightOfOurs(code, replaced) ?? live);
    expect(JSON.stringify(told)).not.toMatch(/Club|g\.us|Mine/);
    expect(told).toEqual({
      ...{ code, verdict: 'retired', sources: ['gateway'], seenAt: 900 },
      own: { relation: 'admin', seenAt: 5, code: 'retired', retired: { at: 900, since: 100, byUs: true } },
    });
  });
});
