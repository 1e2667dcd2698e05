import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InviteCode } from '../invite-link';
import type { Joined, JoinRow } from '../model/join';
import type { Verdict } from '../model/sight';
import { Trouble, type TroubleKind } from '../trouble';
import {
  endedRow,
  endingOf,
  greetingNow,
  holdMs,
  type Inside,
  isOfInterest,
  isOutside,
  isToBeLookedAt,
  nextTurn,
  stopIn,
} from './joining-rules';

const minute = 60_000;
const day = 24 * 60 * minute;
const code = 'BCodeOfAGroup012345678' as InviteCode;
const row: JoinRow = { id: '1', at: 1_000_000, account: 'a', code, name: 'Garden', state: 'sending' };
const waiting = { text: 'Hello', state: 'waiting' } as const;

describe('the pace', () => {
  it('lets the first ones through and holds the next back until a minute has passed', () => {
    expect(holdMs([], 2, 1000)).toBe(0);
    expect(holdMs([1000], 2, 1000)).toBe(0);
    expect(holdMs([1000, 5000], 2, 6000)).toBe(55_001);
    expect(holdMs([1000, 5000], 2, 61_001)).toBe(0);
  });

  it('never sees more than its rate in any minute, however eagerly one asks', () => {
    const eager = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(eager, fc.integer({ min: 1, max: 5 }), (pauses, perMinute) => {
        const sent: number[] = [];
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          if (holdMs(sent, perMinute, now) === 0) sent.push(now);
        }
        for (const from of sent) {
          expect(sent.filter((at) => at >= from && at - from <= minute).length).toBeLessThanOrEqual(perMinute);
        }
      }),
    );
  });

  it('never holds back for more than a minute', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1_000_000 }));
    fc.assert(fc.property(times, (all) => holdMs(all, 1, 1_000_000) <= minute + 1));
  });
});

describe('a stop', () => {
  const refused = (kind: TroubleKind, at: number, waitMs?: number): JoinRow => ({
    ...row,
    at,
    state: 'refused',
    trouble: { kind, ...(waitMs !== undefined && { waitMs }) },
  });

  it.each(['too-many-joins', 'restricted'] as const)('lasts a day after %s', (kind) => {
    expect(stopIn([refused(kind, 5000)], 6000)?.until).toBe(5000 + day);
    expect(stopIn([refused(kind, 5000)], 5000 + day)).toBeUndefined();
  });

  it('lasts as long as the gateway asks for', () => {
    expect(stopIn([refused('slow-down', 5000, 30_000)], 6000)?.until).toBe(35_000);
    expect(stopIn([refused('slow-down', 5000)], 6000)).toBeUndefined();
  });

  it('is nothing that other refusals ask for', () => {
    expect(stopIn([refused('full', 5000), refused('locked', 5000), refused('removed', 5000)], 6000)).toBeUndefined();
  });

  it('takes no longer than a day where the clock was set back', () => {
    expect(stopIn([refused('restricted', 10 * day)], 1000)?.until).toBe(1000 + day);
  });
});

describe('the allow-list', () => {
  const group = { code, id: '120363000000000001@g.us', name: 'Garden Swap' };

  it('is none where it is empty', () => {
    expect(isOutside([], group)).toBe(false);
    expect(isOutside(['  '], group)).toBe(false);
  });

  it.each([
    ['the id', group.id],
    ['the id without its end', '120363000000000001'],
    ['the name, in any letters', ' GARDEN swap '],
    ['the link', `https://chat.whatsapp.com/${code}?mode=x`],
    ['the code', code],
  ])('knows a group by %s', (_, entry) => {
    expect(isOutside(['Other', entry], group)).toBe(false);
  });

  it.each(['Garden', 'Garden Swap 2', '12036300000000000', 'https://chat.whatsapp.com/BOtherCode012345678901'])(
    'does not take %s for it',
    (entry) => {
      expect(isOutside([entry], group)).toBe(true);
    },
  );

  it('does not know a group of which nothing was seen', () => {
    expect(isOutside(['', 'Garden Swap'], { code })).toBe(true);
  });
});

describe('how a join has ended', () => {
  const yes: Joined = { outcome: 'joined-or-asked', group: 'g@g.us' };
  const silent: Joined = { outcome: 'unknown' };
  const no = (kind: TroubleKind) => new Trouble(kind);

  const cases: readonly [string, Joined | Trouble, Inside, Verdict, JoinRow['state']][] = [
    ['a yes, and it is in the list', yes, 'in', 'live', 'joined'],
    ['a yes, and it is not', yes, 'out', 'live', 'asked'],
    ['a yes, and no list', yes, 'unread', 'live', 'unknown'],
    ['a yes where admins approve, and no list', yes, 'unread', 'approval', 'asked'],
    ['the gateway says that it has asked', { outcome: 'asked' }, 'unread', 'live', 'asked'],
    ['a yes that names nothing, and it is in the list', silent, 'in', 'live', 'joined'],
    ['a yes that names nothing, and it is not', silent, 'out', 'live', 'unknown'],
    ['a yes that names nothing where admins approve', silent, 'out', 'approval', 'asked'],
    ['no answer, and it is in the list', no('timed-out'), 'in', 'live', 'joined'],
    ['no answer, and it is not', no('timed-out'), 'out', 'approval', 'unknown'],
    ['a broken gateway', no('gateway-failed'), 'unread', 'live', 'unknown'],
    ['full', no('full'), 'unread', 'live', 'refused'],
    ['too many joins', no('too-many-joins'), 'unread', 'live', 'refused'],
    ['a member already', no('already-in'), 'unread', 'live', 'already-in'],
  ];

  it.each(cases)('%s', (_, reply, inside, verdict, state) => {
    expect(endingOf(reply, inside, verdict).state).toBe(state);
  });

  it('can be taken back for thirty seconds, and the greeting waits for them', () => {
    const joined = endedRow({ ...row, greeting: waiting }, { state: 'joined' }, row.at + 2000);
    expect(joined).toMatchObject({ state: 'joined', leaveUntil: row.at + 32_000, greeting: waiting });
    expect(greetingNow(joined, row.at + 31_999)).toBe('rest');
    expect(greetingNow(joined, row.at + 32_000)).toBe('send');
    expect(nextTurn(joined, row.at + 3000)).toBe(row.at + 32_000);
  });

  it.each(['asked', 'refused', 'already-in'] as const)('calls the greeting off when %s', (state) => {
    expect(endedRow({ ...row, greeting: waiting }, { state }, row.at).greeting?.state).toBe('called-off');
  });

  it('greets nobody an hour later', () => {
    const joined = endedRow({ ...row, greeting: waiting }, { state: 'joined' }, row.at);
    expect(greetingNow(joined, row.at + 62 * minute)).toBe('late');
    const late = endedRow({ ...row, greeting: waiting }, { state: 'joined' }, row.at + 62 * minute);
    expect(late.greeting?.state).toBe('called-off');
  });

  it('never takes a greeting that was being sent for one to be sent', () => {
    const cut: JoinRow = { ...row, state: 'joined', greeting: { text: 'Hello', state: 'sending' } };
    expect(greetingNow(cut, row.at + minute)).toBe('lost');
  });
});

describe('a join that was cut off', () => {
  it('is looked at when no request can be under way any more', () => {
    expect(isToBeLookedAt(row, row.at + 59_999)).toBe(false);
    expect(isToBeLookedAt(row, row.at + minute)).toBe(true);
    expect(nextTurn(row, row.at)).toBe(row.at + minute);
  });

  it('is looked after for half an hour, then only when somebody asks', () => {
    const unknown: JoinRow = { ...row, state: 'unknown' };
    expect(isToBeLookedAt(unknown, row.at + 29 * minute)).toBe(true);
    expect(isToBeLookedAt(unknown, row.at + 30 * minute)).toBe(false);
    expect(nextTurn(unknown, row.at + 30 * minute)).toBeUndefined();
    expect(isOfInterest(unknown, row.at + 30 * minute)).toBe(true);
    expect(isOfInterest(unknown, row.at + day)).toBe(false);
  });
});
