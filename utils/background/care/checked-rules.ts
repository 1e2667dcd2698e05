import * as v from 'valibot';
import type { Rules } from '../../over-time/model';
import { rulesShape } from '../../store/care-items';
import { Trouble } from '../../trouble';

/** Rules that can be kept. Throws `bad-field`, with the rule's name, where one cannot. */
export function checkedRules(patch: Partial<Rules>): Partial<Rules> {
  const parsed = v.safeParse(v.partial(rulesShape), patch);
  if (!parsed.success) throw new Trouble('bad-field', { field: fieldOf(parsed.issues) });
  const { zone, quiet, freeze = [] } = parsed.output;
  if (zone && !isZone(zone)) throw new Trouble('bad-field', { field: 'zone' });
  if (quiet && quiet.from === quiet.to) throw new Trouble('bad-field', { field: 'quiet' });
  if (!freeze.every(({ from, to }) => isDay(from) && isDay(to) && from <= to)) {
    throw new Trouble('bad-field', { field: 'freeze' });
  }
  return parsed.output;
}

function fieldOf([issue]: readonly v.BaseIssue<unknown>[]): string {
  return String(issue?.path?.[0]?.key ?? '');
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/** A day that there is: not the 30th of February. */
function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** Whether they could be kept. */
export function areRules(rules: object): boolean {
  try {
    checkedRules(rules);
    return true;
  } catch {
    return false;
  }
}
