import { randomBytes } from 'node:crypto';
import { type Fate, openFate, type Planned } from './fate.ts';
import { capacity, currentCode, type Group, isAdmin } from './group.ts';
import { Refusal } from './refusal.ts';
import { openRegister, type Register } from './register.ts';
import { openState, type Sent, type SessionStatus, type State } from './state.ts';

/** Where nobody has seen what WhatsApp does: one guess each, the other selectable. */
export const unsettled = {
  rejoin: ['joined', 'conflict'],
  removed: ['not-authorized', 'forbidden'],
} as const;

export type Habits = { [Name in keyof typeof unsettled]: (typeof unsettled)[Name][number] };

export interface WorldOptions {
  readonly file?: string;
  readonly seed?: string;
  readonly habits?: () => Habits;
  /** What becomes of a planned event when its time has come. */
  readonly happen?: (event: Planned['event']) => void;
}

/** WhatsApp itself, as seen by an account. Every act gives its result or throws a `Refusal`. */
export interface World {
  status(account: string): SessionStatus;
  groupsOf(account: string): Group[];
  info(account: string, id: string): Group;
  readCode(account: string, id: string): string;
  /** Retires the code and gives the new one. */
  revoke(account: string, id: string): string;
  probe(code: string): Group;
  /** What a group is called, whoever asks. */
  nameOf(id: string): string | undefined;
  join(account: string, code: string): { readonly group: Group; readonly pending: boolean };
  leave(account: string, id: string): void;
  send(account: string, id: string, text: string): Sent;
}

/** The world and the hand of fate: what happens on phones, outside every gateway. */
export interface WholeWorld extends World, Register {
  readonly fate: Fate;
  sent(): Sent[];
  setStatus(account: string, status: SessionStatus): void;
  close(): void;
}

export function createWorld({ file, seed = 'latchkey', habits = firstHabits, happen }: WorldOptions = {}): WholeWorld {
  const state = openState(file);
  const fate = openFate(state, () => register, happen ?? (() => {}));
  const register = openRegister(state, seed, fate.now);
  return {
    ...register,
    fate,
    ...sessions(state),
    ...whatsapp(register, habits, fate),
    send: sender(register, state, fate),
    sent: state.sent,
    close: state.close,
  };
}

/** WhatsApp's rules, act by act. */
function whatsapp(register: Register, habits: () => Habits, fate: Fate): Omit<World, 'status' | 'send'> {
  function inside(account: string, id: string): Group {
    const group = register.known(id);
    if (!group.roles[account]) throw new Refusal('forbidden');
    return group;
  }

  function probe(code: string): Group {
    if (!/^[A-Za-z0-9]{22}$/.test(code)) throw new Refusal('bad-request');
    const group = register.withCode(code);
    if (!group) throw new Refusal('not-acceptable');
    if (currentCode(group) !== code) throw new Refusal('gone');
    return group;
  }

  return {
    groupsOf: (account) => register.all().filter((group) => group.roles[account]),
    info: inside,
    readCode(account, id) {
      const group = inside(account, id);
      if (!group.membersShare && !isAdmin(group.roles[account])) throw new Refusal('not-authorized');
      return currentCode(group);
    },
    revoke(account, id) {
      if (!isAdmin(inside(account, id).roles[account])) throw new Refusal('not-authorized');
      return currentCode(register.retire(id));
    },
    probe,
    nameOf: (id) => register.all().find((group) => group.id === id)?.subject,
    join(account, code) {
      fate.allowJoin(account);
      const group = probe(code);
      if (group.roles[account] && habits().rejoin === 'conflict') throw new Refusal('conflict');
      if (group.roles[account]) return { group, pending: false };
      if (group.removed.includes(account)) throw new Refusal(habits().removed);
      if (group.size >= capacity) throw new Refusal('resource-limit');
      if (!group.approval) return { group: register.setRole(group.id, account, 'participant'), pending: false };
      const pending = [...new Set([...group.pending, account])];
      return { group: register.change(group.id, { pending }), pending: true };
    },
    leave(account, id) {
      const { roles, size } = inside(account, id);
      const { [account]: _, ...others } = roles;
      register.change(id, { roles: others, size: size - 1 });
    },
  };
}

function sender(register: Register, state: State, fate: Fate): World['send'] {
  return (account, id, text) => {
    const { roles, announce } = register.known(id);
    if (!roles[account] || (announce && !isAdmin(roles[account]))) throw new Refusal('forbidden');
    const sent = { id: `3EB0${randomBytes(9).toString('hex').toUpperCase()}`, account, to: id, text, at: fate.now() };
    state.keepSent(sent);
    return sent;
  };
}

function sessions(state: State): Pick<WholeWorld, 'status' | 'setStatus'> {
  return {
    status: (account) => state.sessions()[account] ?? 'WORKING',
    setStatus: state.keepSession,
  };
}

const firstHabits = (): Habits => ({ rejoin: unsettled.rejoin[0], removed: unsettled.removed[0] });
