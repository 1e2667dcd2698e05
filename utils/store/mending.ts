import type { RecordPart } from '../model/record';
import { beginning, isSealed, type Link, sealed } from './chain';
import { compare } from './compare';
import { reading, writing } from './database';
import { derivedRooms, forgetDerived } from './derived';
import { alone, type End, ends, linkOf } from './ends';
import { foundIn, parts } from './inspecting';
import { comparedAgain } from './item';
import { note, noteChecked, noteTally } from './notes';
import {
  type CopyEnd,
  copyEnd,
  copyOut,
  layAllTogether,
  type MainEnd,
  mainEnd,
  mainRows,
  noteCopied,
  same,
} from './sides';

// What is seldom needed: the two copies do not agree, or everything is to be looked at.

/** Compares and mends everything. */
export async function check(now = Date.now()): Promise<void> {
  await note(await foundIn(comparedAgain));
  for (const part of parts) {
    await alone(part, async () => {
      ends.delete(part);
      const main = await mainEnd(part);
      if (isUnsealed(main, await copyEnd(part))) await sealAll(part);
      const end = await compared(part);
      ends.set(part, end);
      await layAllTogether(part, end.head);
    });
  }
  await noteChecked(now);
}

/** For the part's lock: the ends do not agree. Lets the second copy follow, if that is all; else everything is compared. */
export async function mended(part: RecordPart): Promise<End> {
  let main = await mainEnd(part);
  const other = await copyEnd(part);
  if (isUnsealed(main, other)) main = await sealAll(part);
  const head = main.head ?? beginning;
  const isWhole = same(main.last as Link | undefined, head);
  if (other === 'away' && isWhole) return { head, lastSeq: main.lastSeq, copied: main.head?.copied ?? 0 };
  if (other === 'away') return compared(part);
  if (isWhole && same(other.head, head)) return { head, lastSeq: main.lastSeq, copied: head.seq };
  if (isWhole && (await isBehind(part, main, other.head ?? beginning))) {
    const before = main.head?.copied ?? 0;
    const copied = await follow(part, other.head?.seq ?? 0, head).catch(() => before);
    return { head, lastSeq: main.lastSeq, copied };
  }
  return compared(part);
}

/** The second copy is at an earlier row, and we knew that it had come no further. */
async function isBehind(part: RecordPart, main: MainEnd, copyHead: Link): Promise<boolean> {
  if (!main.head || copyHead.seq < main.head.copied || copyHead.seq >= main.head.seq) return false;
  if (copyHead.seq === 0) return true;
  const row = (await mainRows(part, copyHead.seq, copyHead.seq)).get(copyHead.seq);
  return isSealed(row) && same(row, copyHead);
}

const windowOf = 500;

/** Copies what the database holds after a place, and says how far it came. */
async function follow(part: RecordPart, after: number, head: Link): Promise<number> {
  for (let from = after + 1; from <= head.seq; from += windowOf) {
    const rows = [...(await mainRows(part, from, from + windowOf - 1)).values()].filter(isSealed);
    const end = rows.at(-1);
    if (end) await copyOut(part, rows, end);
  }
  await copyOut(part, [], head);
  await noteCopied(part, head.seq);
  return head.seq;
}

async function compared(part: RecordPart): Promise<End> {
  const { head, lastSeq, ...tally } = await compare(part);
  await noteTally(part, tally, Date.now());
  return { head: linkOf(head), lastSeq: Math.max(0, lastSeq), copied: head.copied };
}

/** Rows of a version that knew no seals. */
function isUnsealed({ head, last }: MainEnd, other: CopyEnd): boolean {
  const none = (head?.seq ?? 0) === 0 && (other === 'away' || (other.head?.seq ?? 0) === 0);
  return none && last instanceof Object && !('hash' in last);
}

async function sealAll(part: RecordPart): Promise<MainEnd> {
  const all = await reading((db) => db.getAllFromIndex(part, 'seq'));
  const rows = await sealed(all, beginning);
  const end = rows.at(-1) ?? beginning;
  await writing([part, 'heads', ...derivedRooms], async (transaction) => {
    await forgetDerived(transaction);
    for (const row of rows) await transaction.objectStore(part).put(row as never);
    await transaction.objectStore('heads').put({ part, ...linkOf(end), copied: 0 });
  });
  return mainEnd(part);
}
