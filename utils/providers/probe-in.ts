import type { InviteCode } from '../invite-link';
import type { Size } from '../model/group';
import type { Joined } from '../model/join';
import type { Probe } from '../model/sight';
import { Trouble } from '../trouble';
import { factsIn, unwrapped } from './facts-in';
import { count, fieldAs, flag, groupIdIn, isRaw, known, type Raw } from './fields-in';
import { sizeNames } from './groups-in';
import { membersOf } from './people-in';

/** What an invite query found behind a code. */
export function probeIn(value: unknown, code: InviteCode, now = Date.now()): Probe {
  const raw = unwrapped(value);
  const { name, ...facts } = raw ? factsIn(raw) : {};
  if (!raw || (facts.id === undefined && !name)) throw new Trouble('not-a-gateway');
  return known({ code, name: name ?? '', ...facts, size: sizeBehind(raw), seenAt: now });
}

/**
 * An invite query shows only some members. Baileys before v7 gives their number for the size, so a size that equals it
 * may be far too small: it said 1 for a group of 211.
 */
function sizeBehind(raw: Raw): Size | undefined {
  const told = fieldAs(raw, sizeNames, count) ?? 0;
  const shown = membersOf(raw)?.length ?? 0;
  if (told === 0 && shown === 0) return undefined;
  return told > shown ? { count: told, atLeast: false } : { count: shown, atLeast: true };
}

/** How a join ended, as far as its reply tells; whatsmeow names the group for "joined" and for "asked" alike. */
export function joinedIn(value: unknown): Joined {
  const raw = unwrapped(value);
  const group = raw && groupIdIn(raw);
  const asked = [value, raw].some((said) => isRaw(said) && fieldAs(said, ['pendingApproval', 'pending'], flag));
  if (asked) return known({ outcome: 'asked', group });
  return group ? { outcome: 'joined-or-asked', group } : { outcome: 'unknown' };
}
