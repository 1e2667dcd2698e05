import { inviteUrl } from '../invite-link';
import type { QueueRow } from '../over-time/model';
import { csv, iso } from './csv';

/** What became of one group, for a table. */
export interface QueueLine {
  readonly group: string;
  readonly groupId?: string;
  readonly link?: string;
  readonly outcome: QueueRow['state'];
  readonly cause?: string;
  /** ISO 8601, as `changed` is. */
  readonly added: string;
  readonly changed: string;
  readonly account: string;
}

const columns = [
  ...['group', 'outcome', 'cause', 'link', 'groupId', 'account', 'added', 'changed'],
] as readonly (keyof QueueLine)[];

export function queueLines(rows: readonly QueueRow[], account: string): QueueLine[] {
  return rows.map(({ name = '', group, code, state, trouble, addedAt, at }) => ({
    group: name,
    ...(group !== undefined && { groupId: group }),
    ...(code !== undefined && { link: inviteUrl(code) }),
    outcome: state,
    ...(trouble && { cause: trouble.kind }),
    ...{ added: iso(addedAt), changed: iso(at), account },
  }));
}

/** A table for a spreadsheet; nothing in it can run as a formula. */
export function queueCsv(rows: readonly QueueRow[], account: string): string {
  return csv(columns, queueLines(rows, account));
}

export function queueJson(
  rows: readonly QueueRow[],
  about: { readonly account: string; readonly now: number },
): string {
  const groups = queueLines(rows, about.account);
  return `${JSON.stringify({ saved: iso(about.now), account: about.account, groups }, null, 2)}\n`;
}
