import type { CodeLife, LineageRow } from '../model/record';

/** What a code can be found by. */
export interface Sought extends Pick<CodeLife, 'code' | 'name' | 'group' | 'seq' | 'firstSeen'> {
  readonly ended?: CodeLife['ended'] | undefined;
}

type Line = Pick<LineageRow, 'seq' | 'at' | 'group' | 'name' | 'code' | 'event' | 'reason'>;

/** The next line that names the code as the one until then; of lines brought back later, the next in time. Pure. */
export function endingAmong<L extends Pick<Line, 'seq' | 'at'>>(row: L, lines: readonly L[]): L | undefined {
  if (lines.length === 0) return undefined;
  const later = lines.filter(({ seq }) => seq > row.seq);
  if (later.length > 0) return later.reduce((first, line) => (line.seq < first.seq ? line : first));
  const broughtBack = lines.filter(({ seq, at }) => seq !== row.seq && at >= row.at);
  return broughtBack.toSorted((a, b) => a.at - b.at)[0];
}

/** A code, by the line with which it began and the one with which it ended. Pure. */
export function soughtOf({ seq, code, group, name, at }: Line, ending: Line | undefined): Sought {
  return { seq, code, group, name, firstSeen: at, ended: ending && endOf(ending) };
}

/** How it ended. Pure. */
export function endOf({ at, code, reason, event }: Line): NonNullable<CodeLife['ended']> {
  const how = event === 'retired' ? 'retired' : 'changed-elsewhere';
  return reason ? { at, event: how, next: code, reason } : { at, event: how, next: code };
}
