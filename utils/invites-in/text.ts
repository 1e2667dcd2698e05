import { deepest, hint, ownPart, wordsBehind } from './address';
import { decoded } from './decoded';
import { flattened } from './noise';

/** What stands where a code should stand, and the place of the address around it. */
interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A quick look, for text that is not worth a slow one; never wrong where it says no. */
export function mayHoldInvites(text: string): boolean {
  return hint.test(text) || hint.test(flattened(text).flat);
}

/** The words that the addresses in a run of text lead to. */
export function wordsIn(text: string, depth = 0): Word[] {
  const words: Word[] = [];
  const { flat, placeOf } = flattened(text);
  let next = 0;
  for (const run of depth > deepest || !hint.test(flat) ? [] : flat.split(hardEnd)) {
    const at = next;
    next += run.length + 1;
    if (!hint.test(run)) continue;
    readRun(run, depth, (found, start, end) => {
      for (const word of found) words.push({ word, start: placeOf(at + start), end: placeOf(at + end - 1) + 1 });
    });
  }
  return words;
}

export function wordsWithin(text: string, depth: number): string[] {
  return wordsIn(text, depth).map(({ word }) => word);
}

/** What no address goes beyond. */
const hardEnd = /[\s"<>`“-„«»‹›…、。《-】！（-），：；？［］｜]/;
/** In texts nobody writes longer ones. */
const longest = 4_096;

/** Where an address may start: with a scheme of ours, in percent-encoding, with any other scheme, or without one. */
const starts =
  /(?:https?|whatsapp|intent):[\\/]+|((?:https?|whatsapp|intent)(?=:?%(?:25)*[23][AF])|chat(?:\.|%2E)whatsapp(?:\.|%2E)com(?=%2F))|(:\/\/)|(?:chat|web)\.whatsapp\.com(?=[\\/:])/gi;
/** Nearly all stand alone. */
const plainWord = /^[A-Za-z\d]{22}$/;
/** A word up to the link glued to it, to the mark of a chat, or to what cannot belong to it. */
const firstWord =
  /^[\w-]+?(?=.\u20E3|[_-]*(?:(?:https?|whatsapp|intent):?[/%]|(?:chat|web)\.whatsapp\.com|(?![\w@-]|\p{M}|\p{sc=Latn}|%(?:3\d|[46]|[57]\d)|\/(?!https?:)[\w-])))/iu;
const query = /^\/?(?:\?(?:(?!https?:)[\w=&;%.+~-])*(?<=[\w=]))?/;

/** Whose address was read last in a run of signs. */
type Owner = 'ours' | 'theirs' | undefined;
type Add = (words: readonly string[], start: number, end: number) => void;

function readRun(run: string, depth: number, add: Add): void {
  let done = 0;
  let last: Owner;
  for (const { 0: start, 1: encoded, 2: foreign, index: at } of run.matchAll(starts)) {
    const isGlued = last === 'ours' && at === done;
    if (at < done || !(isGlued || standsFree(run.slice(0, at).slice(-3), start, last))) continue;
    const before = last ? '' : run.slice(done, at).slice(-100);
    const head = before.includes('.') ? headBefore(before) : '';
    const from = at - head.length;
    const rest = run.slice(from, from + longest);
    if (encoded && !head) {
      const [coded = ''] = whole(rest).split('&', 1);
      done = at + coded.length;
      add(wordsWithin(decoded(coded), depth + 1), at, done);
      continue;
    }
    const scheme = head && 'https://';
    const part = ownPart(scheme + rest.slice(0, 400));
    last = part === undefined ? 'theirs' : 'ours';
    if (part) {
      const begins = run.indexOf(part.replace(/[^\w-].*/s, ''), from);
      const [word] =
        plainWord.exec(run.slice(begins, begins + 23)) ?? firstWord.exec(run.slice(begins, begins + 99)) ?? [];
      if (!word) continue;
      done = begins + word.length;
      add([word], from, done + (query.exec(run.slice(done))?.[0].length ?? 0));
    } else if (!foreign) {
      const address = whole(rest);
      done = from + address.length;
      add(wordsBehind(scheme + address, undefined, depth + 1), from, done);
    }
  }
}

/** Up to the next address, and without what ends a sentence or a mark around it. */
function whole(text: string): string {
  return /^(?:(?!'|[,;|()[\]{}*!\u0080-\uFFFF]https?:).)*[^.,;:!?)\]}*_~|']/is.exec(text)?.[0] ?? '';
}

/** Letters with capitals, which make host names; signs that join an address together. */
const joining =
  /(?:(?<!\\)[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Armn}]\p{M}*|[\p{N}.․．@\\%&#+$?]|(?<!(?:^|['=(:,;|)])\/)\/)[_~-]*$/u;

/** Whether an address may start here, seen from what stands before it in its run. */
function standsFree(before: string, start: string, last: Owner): boolean {
  if (!last) return !/com$/i.test(start) || !joining.test(before);
  if (!start.includes('/')) return /[,;|]$/.test(before);
  return (last === 'ours' ? /[^=&?#@%+]$/ : /[,;|()[\]{}'*!\u0080-\uFFFF]$/).test(before);
}

/** The host without a scheme, and what follows it, in which a start would lie: `example.com/?to=`. */
function headBefore(text: string): string {
  const head = text.split(/[',;|()[\]{}*!]|[^\p{L}\p{N}\p{M}\p{ASCII}]/u).at(-1) ?? '';
  return /[\p{L}\d]\.[\p{L}\d-]{2,63}(?::\d+)?[/\\?#]/u.test(head) ? head : '';
}
