import { expect, it } from 'vitest';
import { currentCode } from '../sandbox/group.ts';
import { openHall } from '../sandbox/hall.ts';
import type { InviteCode } from '../utils/invite-link';
import { account } from './revoking/asking';
import { machine } from './revoking/machine';
import { wireTo } from './revoking/wire';

const url = 'http://127.0.0.1:8787';
/** What the sandbox calls our verbs; of what a verb asks besides, only the sum is compared. */
const verbs = { code: 'invite', revoke: 'revoke', probe: 'probe', join: 'join', leave: 'leave' } as const;

it.each(['wawp', 'wasend', 'waha', 'evolution', 'wppconnect', 'gowa'])(
  'tells of every request that reached a gateway, of each by its kind: %s',
  { timeout: 60_000 },
  async (make) => {
    const hall = openHall(undefined, undefined);
    const at = machine({ fetch: (clock) => wireTo(hall, clock) });
    const mine = await account(at, { make, url });
    const { id } = hall.world.find('Coaching Circle Berlin');
    const stranger = currentCode(hall.world.find('Garden Swap Toulouse')) as InviteCode;
    const code = currentCode(hall.world.find('Coaching Circle Berlin')) as InviteCode;
    const which = { account: mine, group: id };
    await at.end(at.life().check({ account: mine, part: 'session' }));
    await at.end(at.life().check({ account: mine, part: 'groups' }));
    hall.faults.order({ fault: '503', make, times: 1 });
    await at.end(
      at
        .life()
        .invites.read(which)
        .catch(() => undefined),
    );
    await at.end(
      at
        .life()
        .invites.revoke({ ...which, code })
        .catch(() => undefined),
    );
    await at.end(at.life().links.probe({ code: stranger }));
    await at.end(at.life().joins.prepare({ code: stranger, account: mine }));
    const row = { code: stranger, account: mine, greeting: 'Hello' };
    const joined = await at.end(
      at
        .life()
        .joins.start(row)
        .catch(() => undefined),
    );
    if (joined) await at.pass(40_000);
    const told = (await at.end(at.life().sent.list())) ?? [];
    expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(hall.log.length);
    for (const [verb, kind] of Object.entries(verbs)) {
      const logged = hall.log.filter((line) => line.verb === verb).length;
      expect([kind, told.reduce((sum, { kinds }) => sum + (kinds[kind] ?? 0), 0)]).toEqual([kind, logged]);
    }
    expect(hall.log.length).toBeGreaterThan(8);
  },
);
