/*
 * Most invites stand there as people copy them out of WhatsApp, and most addresses can be told to be none without taking
 * them apart. This is the quick reading; where it cannot tell it gives `undefined`, and never anything else than the exact
 * one in `codes.ts` would.
 */

import { bareCode, type InviteCode } from '../invite-link';
import type { InviteInText } from './codes';

/** Tells most addresses apart before any is parsed: a page may have a hundred thousand. */
export const mayLead = /hatsapp|%|a1aHR0c|[^ -~]/i;
const plainAddress = /^https:\/\/chat\.whatsapp\.com\/([A-Za-z\d]{22})(?:[?#]|$)/;
/** However the rest is written: the 22 signs of a code stand together. */
const mayHoldCode = /[^/?=.:]{22}/;

/** The codes behind an address. */
export function plainlyBehind(address: string, base: string): readonly InviteCode[] | undefined {
  const [, word = ''] = plainAddress.exec(address) ?? [];
  const code = bareCode(word);
  if (code) return [code];
  const whole = mayLead.test(base) ? address + base : address;
  return mayLead.test(whole) && mayHoldCode.test(whole) ? undefined : [];
}

/** Signs that nobody sees, or an entity that was not read as one: they may stand between the letters of the name. */
const between =
  '[\\u00AD\\u034F\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFE00-\\uFE0F\\uFEFF]|&#?\\w{1,7};';
const disguised = '%(?:25){0,3}[4-7]|[\\u24B6-\\u24E9\\uFF21-\\uFF5A\\uD835]';
/** The name as it is, and in Bing's base64. */
const plain = /hatsapp|a1aHR0c/gi;
/** With whatever may stand between its letters, and with letters in disguise. */
const odd = new RegExp(`${[...'hatsapp'].join(`(?:${between})*`)}|a1aHR0c|${disguised}`, 'gi');
/** Most texts have nothing of that: then the browser has a fifth of the work. */
const mayBeOdd = new RegExp(`${between}|${disguised}`, 'i');
const hintIn = (text: string) => (mayBeOdd.test(text) ? odd : plain);

/** Whether the name may be written in a text: else there is no invite. */
export const mayBeIn = (text: string): boolean => text.search(hintIn(text)) >= 0;

/** All places where it may be. */
export const placesIn = (text: string): readonly number[] =>
  Array.from(text.matchAll(hintIn(text)), ({ index }) => index);

/** No address goes beyond a blank, a tab or the end of a line. */
const isBlank = (sign: number): boolean => sign === 32 || sign === 10 || sign === 9 || sign === 13;
/** A link and nothing else, but for the marks of a sentence. */
const plainRun = /^(["'([]*)(https:\/\/chat\.whatsapp\.com\/([A-Za-z\d]{22}))["')\],.!]*$/;
/** The name in a sentence. */
const noAddress = /^[^:.%&\\]*\.?$/;

/** The invites in a text. */
export function plainlyIn(text: string, places = placesIn(text)): readonly InviteInText[] | undefined {
  const found: InviteInText[] = [];
  let end = 0;
  for (const place of places) {
    if (place < end) continue;
    let begin = place;
    while (begin > end && !isBlank(text.charCodeAt(begin - 1))) begin--;
    for (end = place; end < text.length && !isBlank(text.charCodeAt(end)); ) end++;
    const run = text.slice(begin, end);
    const [, before = '', link = '', word = ''] = plainRun.exec(run) ?? [];
    const code = bareCode(word);
    if (code) found.push({ code, start: begin + before.length, end: begin + before.length + link.length });
    else if (!noAddress.test(run)) return undefined;
  }
  return found;
}
