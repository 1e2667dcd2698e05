import type { InviteCode } from '../invite-link';
import type {
  AccountDraft,
  AccountId,
  AccountView,
  CheckStep,
  Group,
  GroupId,
  InviteView,
  LineageRow,
  Make,
  Overview,
  Probe,
  Roll,
  Settings,
  Shape,
} from '../model';

interface OneGroup {
  readonly account: AccountId;
  readonly group: GroupId;
}

/** What our own pages (popup, options, welcome) may ask. Every question takes one payload, or none. */
export interface OwnQuestions {
  /** What the popup draws itself from, out of the store alone. */
  'account.overview': () => Overview;
  'account.makes': () => readonly Make[];
  /** Keeps an account and its secrets. The host permission has been asked for before. */
  'account.save': (draft: AccountDraft) => AccountView;
  /** The connection test of a saved account, step by step. */
  'account.test': (account: AccountId) => readonly CheckStep[];
  /** Forgets the account, its secrets and its remembered groups. The record of codes stays. */
  'account.remove': (account: AccountId) => void;
  /** The groups as last listed. */
  'group.list': (account: AccountId) => Roll;
  /** The groups as the gateway lists them now. */
  'group.refresh': (account: AccountId) => Roll;
  /** Adds a group that the gateway does not list. `group` is its id, with or without `@g.us`. */
  'group.add': (asked: OneGroup) => Group;
  /** What we remember of the invite. */
  'invite.recall': (asked: OneGroup) => InviteView;
  /** What the gateway says now. Ends an open revocation, if it tells how that went. */
  'invite.read': (asked: OneGroup) => InviteView;
  /** Retires `code`, which must still be the current one. `reason` is needed the second time within ten minutes. */
  'invite.revoke': (asked: OneGroup & { readonly code: InviteCode; readonly reason?: string }) => InviteView;
  /** Every code we know the group has had, newest first. */
  'invite.history': (asked: OneGroup) => readonly LineageRow[];
  /** A look behind an invite through a gateway of ours; without `account`, through the first that works. */
  'link.probe': (asked: { readonly code: InviteCode; readonly account?: AccountId }) => Probe;
  /** Notes that an invite was handed out, and that its group was used. */
  'ledger.note': (noted: OneGroup & { readonly code: InviteCode; readonly shape: Shape }) => void;
  'setting.change': (patch: Partial<Settings>) => Settings;
}

export type OwnQuestion = keyof OwnQuestions;
export type Asked<Q extends OwnQuestion> = Parameters<OwnQuestions[Q]>;
export type Answer<Q extends OwnQuestion> = ReturnType<OwnQuestions[Q]>;
