import type { Activity } from '../over-time/model';
import { csv, iso } from './csv';

/** One line of the activity log, for a table. */
export interface ActivityLine {
  /** ISO 8601, as all times are. */
  readonly at: string;
  /** The line as people read it. */
  readonly told: string;
  readonly what: Activity['what'];
  readonly how: Activity['how'];
  readonly name: string;
  readonly groupId?: string;
  readonly account?: string;
  readonly due?: string;
  readonly why?: string;
  readonly trouble?: string;
  readonly oldCode?: string;
  readonly code?: string;
  readonly from?: string;
  readonly to?: string;
  readonly count?: number;
}

type Telling = (line: Activity) => string;

function activityLine(line: Activity, telling: Telling): ActivityLine {
  const { at, what, how, name, group, accountName, dueAt, why, trouble, old, code, between, count } = line;
  return {
    ...{ at: iso(at), told: telling(line).replace(/[\u2068\u2069]/g, ''), what, how, name },
    ...(group !== undefined && { groupId: group }),
    ...(accountName !== undefined && { account: accountName }),
    ...(dueAt !== undefined && { due: iso(dueAt) }),
    ...(why !== undefined && { why }),
    ...(trouble && { trouble: trouble.kind }),
    ...(old !== undefined && { oldCode: old }),
    ...(code !== undefined && { code }),
    ...(between?.from !== undefined && { from: iso(between.from) }),
    ...(between && { to: iso(between.to) }),
    ...(count !== undefined && { count }),
  };
}

const columns = [
  ...['at', 'told', 'what', 'how', 'name', 'groupId', 'account', 'due', 'why', 'trouble', 'oldCode', 'code'],
  ...['from', 'to', 'count'],
] as readonly (keyof ActivityLine)[];

/** The log for a spreadsheet; nothing in it can run as a formula. */
export function activityCsv(lines: readonly Activity[], telling: Telling): string {
  return csv(
    columns,
    lines.map((line) => activityLine(line, telling)),
  );
}

/** The same as JSON. */
export function activityJson(lines: readonly Activity[], telling: Telling, now: number): string {
  const told = { saved: iso(now), activity: lines.map((line) => activityLine(line, telling)) };
  return `${JSON.stringify(told, null, 2)}\n`;
}
