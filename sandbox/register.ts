import { cast } from './cast.ts';
import { type Group, mint, type Role } from './group.ts';
import { Refusal } from './refusal.ts';
import type { State } from './state.ts';

/** Every group there is, and whose each code was. Writes go through to the state. */
export interface Register {
  all(): Group[];
  /** By id, or by the exact subject (the first of that name). */
  find(idOrSubject: string): Group;
  known(id: string): Group;
  withCode(code: string): Group | undefined;
  change(id: string, change: Partial<Group>): Group;
  /** A new code; the one before is dead from now on. */
  retire(id: string): Group;
  /** Gives an account a role in a group; without one, takes it out and bars it. */
  setRole(id: string, account: string, role?: Role): Group;
  /** Everything as on the first day. */
  reset(): void;
}

export function openRegister(state: State, seed: string, clock: () => number): Register {
  const groups = new Map<string, Group>();
  const owners = new Map<string, string>();
  /** As they were before anything happened to them. */
  const first = new Map<string, Group>();
  let planted = seed;

  function learn(found: Iterable<Group>): void {
    for (const group of found) {
      groups.set(group.id, group);
      for (const { code } of group.codes) owners.set(code, group.id);
    }
  }

  /** The first day is drawn again each time; the state keeps only what has changed since. */
  function populate(): void {
    groups.clear();
    owners.clear();
    first.clear();
    planted = state.seed(seed);
    learn(cast(planted));
    const changed = state.groups();
    for (const { id } of changed) first.set(id, known(id));
    learn(changed);
  }

  /** Ten thousand groups are not drawn again for the few that have changed. */
  function undo(): void {
    state.seed(seed);
    for (const [id, group] of first) {
      for (const { code } of known(id).codes) owners.delete(code);
      learn([group]);
    }
    first.clear();
  }

  function known(id: string): Group {
    const group = groups.get(id);
    if (!group) throw new Refusal('item-not-found');
    return group;
  }

  function change(id: string, changed: Partial<Group>): Group {
    const before = known(id);
    if (!first.has(id)) first.set(id, before);
    const group = { ...before, ...changed };
    learn([group]);
    state.keep(group);
    return group;
  }

  populate();
  return {
    all: () => [...groups.values()],
    find: (wanted) => known([...groups.values()].find(({ subject }) => subject === wanted)?.id ?? wanted),
    known,
    withCode: (code) => groups.get(owners.get(code) ?? ''),
    change,
    retire(id) {
      const { codes } = known(id);
      const now = clock();
      const past = codes.map((issued) => ({ ...issued, retiredAt: issued.retiredAt ?? now }));
      return change(id, { codes: [...past, { code: mint(planted, id, codes.length), since: now }] });
    },
    setRole: (id, account, role) => change(id, withRole(known(id), account, role)),
    reset() {
      state.clear();
      if (planted === seed) undo();
      else populate();
    },
  };
}

function withRole({ roles, size, pending, removed }: Group, account: string, role?: Role): Partial<Group> {
  const { [account]: had, ...others } = roles;
  const waiting = pending.filter((name) => name !== account);
  const barred = removed.filter((name) => name !== account);
  if (!role) return { roles: others, size: size - (had ? 1 : 0), pending: waiting, removed: [...barred, account] };
  return { roles: { ...others, [account]: role }, size: size + (had ? 0 : 1), pending: waiting, removed: barred };
}
