import type { InviteCode } from '../invite-link';
import type { Make, Session } from '../model/account';
import type { Group, GroupId, Member } from '../model/group';
import type { Joined } from '../model/join';
import type { Probe } from '../model/sight';
import type { Http } from './http';
import { signed } from './signed';

/** An open connection to one gateway. Every verb rejects with a `Trouble` and nothing else. */
export interface Gateway {
  /** The WhatsApp session behind the gateway. */
  session(): Promise<Session>;
  /** All groups, without descriptions. `admin` is filled in where the list tells. */
  groups(): Promise<Group[]>;
  group(id: GroupId): Promise<Group>;
  members(id: GroupId): Promise<Member[]>;
  /** Address of the group's picture, if it has one. */
  picture(id: GroupId): Promise<string | undefined>;
  /** The group's current code. */
  invite(id: GroupId): Promise<InviteCode>;
  /** Retires the current code: one request, never repeated. Gives the code named by the reply, if it names one. */
  revoke(id: GroupId): Promise<InviteCode | undefined>;
  probe(code: InviteCode): Promise<Probe>;
  /** Joins, or asks to: one request, never repeated. */
  join(code: InviteCode): Promise<Joined>;
  leave(id: GroupId): Promise<void>;
  send(id: GroupId, text: string): Promise<void>;
  /** Learns how this very gateway is spoken to with the least said in addresses. Asked by the connection test. */
  tune?(): Promise<void>;
  /** Whether the key may revoke and join; undefined where that cannot be told without doing it. Changes nothing. */
  mayChange?(): Promise<boolean | undefined>;
}

/** What a gateway is opened with. */
export interface Opening {
  readonly fields: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Requests to the account's server, with these headers. */
  http(headers?: Readonly<Record<string, string>>): Http;
  /** What was learned about this very gateway earlier, such as which of two paths it answers on. */
  readonly habits: Habits;
  /** A small store of the account's own, for a make that lives inside the extension. */
  readonly kept: Kept;
}

/** A value of the account's own, on disk. Edits wait for one another. */
export interface Kept {
  read(): Promise<unknown>;
  change(edit: (old: unknown) => unknown): Promise<void>;
}

/** A small memory per account, for the places where makes disagree with their own documents. */
export interface Habits {
  get(habit: string): string | undefined;
  /** May be waited for, where the next to open the gateway must know. */
  set(habit: string, value: string): void | Promise<void>;
}

/** One make of gateway: facts, and a way to open it. */
export interface Provider extends Make {
  connect(opening: Opening): Gateway;
  /** The codes that this make alone can tell of; it is asked of no other, and nobody else of these. */
  readonly codes?: RegExp;
}

/** Declares a make. The troubles of its gateways say whose they are. */
export function provider(facts: Provider): Provider {
  const { label, connect } = facts;
  return { ...facts, connect: (opening) => signed(connect(opening), label, opening.habits) };
}
