import type { Entry, Outcome } from '../../over-time/model';
import { diaryItem } from '../../store/care-items';
import { change, read } from '../../store/items';

export async function lineOf(id: string): Promise<Entry | undefined> {
  return (await read(diaryItem)).find((line) => line.id === id);
}

/**
 * Changes one line, in one write. `edit` gives nothing where the line is to stay as it is. Gives the line as it is then;
 * undefined where nothing was changed.
 */
export async function changeLine(id: string, edit: (line: Entry) => Entry | undefined): Promise<Entry | undefined> {
  return (await changeLines((line) => (line.id === id ? edit(line) : undefined)))[0];
}

/** The same for any number of lines: gives those that were changed. Nothing is written where there are none. */
export async function changeLines(edit: (line: Entry) => Entry | undefined): Promise<Entry[]> {
  if ((await read(diaryItem)).every((line) => edit(line) === undefined)) return [];
  let edited: Entry[] = [];
  await change(diaryItem, (all) => {
    const changed = new Map<string, Entry>();
    const next = all.map((line) => {
      const other = edit(line);
      if (other) changed.set(line.id, other);
      return other ?? line;
    });
    edited = [...changed.values()];
    return next;
  });
  return edited;
}

/** Whether a line is still as it was when something was decided about it. */
export function isStill(line: Entry, then: Entry): boolean {
  return JSON.stringify(line) === JSON.stringify(then);
}

/**
 * Takes an appointment: from now on it is being done, and the next one stands. What held it back and what put it off is
 * over.
 */
export function taken(
  line: Entry,
  { dueAt, at, next }: { dueAt: number; at: number; next: number | undefined },
): Entry {
  const { hold: _, dueAt: __, ...rest } = line;
  return { ...rest, taken: { dueAt, at }, ...(next !== undefined && { dueAt: next }) };
}

/** Puts an appointment that was taken, and never done, back to where it was. */
export function putBack({ taken: was, ...line }: Entry): Entry {
  return was ? { ...line, dueAt: was.dueAt } : line;
}

/** How an appointment ended that was taken. */
export function closed(line: Entry, outcome: Exclude<Outcome, 'unsettled'>, at: number): Entry {
  const { taken: was, trouble: _, moved: __, ...rest } = line;
  return was ? { ...rest, tries: 0, last: { at, dueAt: was.dueAt, outcome } } : line;
}
