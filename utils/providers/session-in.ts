import type { Session } from '../model/account';
import { Trouble } from '../trouble';
import { engineWord, shownAs } from './error-words';
import { cut, field, fieldAs, isRaw, known, type Raw, text } from './fields-in';
import { personId } from './people-in';
import type { Habits } from './provider';

/** The session, flat or in parts: `{session, downstream}`, `{instance}`, `{data}`. The innermost state is WhatsApp's own. */
export function sessionIn(value: unknown): Session {
  const parts = partsIn(value);
  const state = first(parts, (part) => fieldAs(part, ['status', 'state'], text));
  if (state === undefined) throw new Trouble('not-a-gateway');
  return known({
    working: /^(working|connected|open)$/i.test(state),
    state: shownAs(state, 40),
    me: [...new Set(parts.flatMap(ownIds))],
    name: first(parts, nameIn),
    engine: first(parts, engineIn),
  });
}

/** The same, and its engine is remembered: whatever goes wrong later may hang on it. */
export async function sessionOf(value: unknown, habits: Habits): Promise<Session> {
  const session = sessionIn(value);
  if (session.engine) await habits.set('engine', session.engine);
  return session;
}

/** Innermost first. */
function partsIn(value: unknown, depth = 0): Raw[] {
  if (!isRaw(value) || depth > 2) return [];
  const inner = ['downstream', 'session', 'instance', 'data'].flatMap((name) =>
    partsIn(field(value, [name]), depth + 1),
  );
  return [...inner, value];
}

function first<Found>(parts: readonly Raw[], find: (part: Raw) => Found | undefined): Found | undefined {
  return parts.map(find).find((found) => found !== undefined);
}

function ownIds(part: Raw): string[] {
  const me = field(part, ['me']);
  const told = isRaw(me) ? ['id', 'lid', 'jid'].map((name) => field(me, [name])) : [me];
  return [...told, field(part, ['phoneNumber'])].flatMap((id) => personId(id) ?? []);
}

function nameIn(part: Raw): string | undefined {
  const me = field(part, ['me']);
  const name =
    (isRaw(me) && fieldAs(me, ['pushName'], text)) || fieldAs(part, ['pushName', 'sessionName', 'name'], text);
  return name ? cut(name, 200) : undefined;
}

/** WAHA names its engine; Wasend only shows that its sessions have a `gows`. */
function engineIn(part: Raw): string | undefined {
  const engine = field(part, ['engine']);
  if (!isRaw(engine)) return engineWord(engine);
  return engineWord(field(engine, ['engine'])) ?? (Object.hasOwn(engine, 'gows') ? 'GOWS' : undefined);
}
