import type { Entry, EntryView, OverTime } from '../../../utils/over-time/model';
import { allowedFrom } from '../../../utils/over-time/rhythm';

/** A line of the diary with an appointment to come, and when that is done as far as it can be told. */
export interface DueEntry extends EntryView {
  readonly coming: { readonly at: number; readonly moved?: NonNullable<Entry['moved']> };
}

/** What is to come, in order of time. */
export function dueIn({ diary, rules, zone }: Pick<OverTime, 'diary' | 'rules' | 'zone'>): readonly DueEntry[] {
  return diary
    .flatMap((entry) => (entry.dueAt === undefined ? [] : [{ ...entry, coming: comingOf(entry, entry.dueAt) }]))
    .toSorted((one, other) => one.coming.at - other.coming.at);

  /** Quiet hours and freeze days put it off when its time has come; whoever looks before wants to know. */
  function comingOf({ duty, moved }: EntryView, dueAt: number): DueEntry['coming'] {
    if (moved || duty !== 'rotate') return { at: dueAt, ...(moved && { moved }) };
    const { at, why } = allowedFrom(dueAt, rules, zone);
    return { at, ...(why && { moved: { from: dueAt, why } }) };
  }
}
