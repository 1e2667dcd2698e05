import type { Order } from '../../sandbox/faults.ts';
import { currentCode } from '../../sandbox/group.ts';
import { openHall } from '../../sandbox/hall.ts';
import { type Asking, account, asking } from './asking';
import { type Machine, machine } from './machine';
import { wireTo } from './wire';

const url = 'http://127.0.0.1:8787';
const hall = openHall(undefined, undefined);
const untouched = hall.world.all().filter(({ roles }) => /admin/.test(roles.big ?? ''));

/** A group that nobody has touched, and who may ask for it. */
export interface KillStage {
  readonly at: Machine;
  readonly who: Asking;
  /** The same group through an account at another make. */
  readonly other: Asking;
  readonly old: string;
  /** What goes wrong with the next revocation. */
  order(fault: Order): void;
  /** Nothing goes wrong any more. */
  clear(): void;
  /** Every code that the group has had, as WhatsApp has them. */
  codes(): string[];
  /** How many revocations have reached a gateway, and how many reads. */
  posts(): number;
  reads(): number;
}

/** A machine at a sandbox that lives in its own time; gives one stage after another. */
export async function killStages(make: string, isMortal = false): Promise<() => KillStage> {
  const at = machine({ fetch: (clock) => wireTo(hall, clock), isMortal });
  const holder = 'big';
  const mine = await account(at, { make, url, holder });
  const second = await account(at, { make: make === 'wawp' ? 'wasend' : 'wawp', url, holder });
  return () => {
    const group = untouched.pop();
    if (!group) throw new Error('Every group has been touched');
    const { id } = group;
    const count = (wanted: string) =>
      hall.log.filter(({ verb, path, body }) => {
        const asked = `${decodeURIComponent(path)} ${JSON.stringify(body)}`;
        return verb === wanted && asked.includes(id);
      }).length;
    hall.faults.clear();
    return {
      at,
      who: asking(at, mine, id),
      other: asking(at, second, id),
      old: currentCode(group),
      order: (fault) => hall.faults.order({ verb: 'revoke', ...fault }),
      clear: () => hall.faults.clear(),
      codes: () => hall.world.known(id).codes.map(({ code }) => code),
      posts: () => count('revoke'),
      reads: () => count('code'),
    };
  };
}
