import { capacity } from './group.ts';
import { Refusal } from './refusal.ts';
import type { Register } from './register.ts';
import type { State } from './state.ts';

/** Something that is to happen at a time, as it came over the wire. */
export interface Planned {
  readonly at: number;
  readonly event: Readonly<Record<string, unknown>>;
}

/** Members that come (or go, where it is negative) day by day, counted from `size` at `since`. */
interface Drift {
  readonly perDay: number;
  readonly since: number;
  readonly size: number;
}

/** What is to come, and how far the clock has been moved. Outlives a restart. */
export interface Kept {
  readonly movedMs: number;
  readonly agenda: readonly Planned[];
  readonly drifts: Readonly<Record<string, Drift>>;
  /** Until when WhatsApp lets an account join nothing. */
  readonly restricted: Readonly<Record<string, number>>;
}

export const noFate: Kept = { movedMs: 0, agenda: [], drifts: {}, restricted: {} };

/** The sandbox's own time, and what it brings: members who come and go, and whatever was planned. */
export interface Fate {
  now(): number;
  /** Moves the clock on, to each planned event in turn, and to the end. */
  advance(ms: number): void;
  /** Lets happen what is due by now. */
  pass(): void;
  plan(planned: Planned): void;
  planned(): readonly Planned[];
  /** From now on so many members come to a group each day; 0 for none. */
  drift(group: string, perDay: number): void;
  /** Until then every join of the account is refused as WhatsApp refuses it to a restricted account. */
  restrict(account: string, until: number): void;
  restrictedUntil(account: string): number | undefined;
  /** Throws where the account may not join. */
  allowJoin(account: string): void;
}

const dayMs = 86_400_000;

export function openFate(state: State, register: () => Register, happen: (event: Planned['event']) => void): Fate {
  let standing: Date | undefined;
  const now = () => standing?.getTime() ?? Date.now() + state.fate().movedMs;
  const keep = (changed: Partial<Kept>) => state.keepFate({ ...state.fate(), ...changed });

  function drifted(): void {
    for (const [id, { perDay, since, size }] of Object.entries(state.fate().drifts)) {
      const come = Math.trunc(((now() - since) / dayMs) * perDay);
      const next = Math.max(1, Math.min(capacity, size + come));
      if (register().known(id).size !== next) register().change(id, { size: next });
    }
  }

  /** Everything planned up to `end`, each at its own time. */
  function happened(end: number): void {
    for (;;) {
      const [next, ...later] = [...state.fate().agenda].sort((one, other) => one.at - other.at);
      if (!next || next.at > end) return;
      keep({ agenda: later });
      standing = new Date(next.at);
      drifted();
      happen(next.event);
      standing = undefined;
    }
  }

  function pass(): void {
    happened(now());
    drifted();
  }

  return {
    now,
    pass,
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`Time goes forward only: ${ms}`);
      happened(now() + ms);
      keep({ movedMs: state.fate().movedMs + ms });
      drifted();
    },
    plan: (planned) => keep({ agenda: [...state.fate().agenda, planned] }),
    planned: () => state.fate().agenda,
    drift(group, perDay) {
      const { [group]: _, ...others } = state.fate().drifts;
      const { size } = register().known(group);
      keep({ drifts: perDay === 0 ? others : { ...others, [group]: { perDay, since: now(), size } } });
    },
    restrict: (account, until) => keep({ restricted: { ...state.fate().restricted, [account]: until } }),
    restrictedUntil: (account) => state.fate().restricted[account],
    allowJoin(account) {
      if ((state.fate().restricted[account] ?? 0) > now()) throw new Refusal('account_reachout_restricted');
    },
  };
}
