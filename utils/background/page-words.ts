import { cleanName } from '../handout/clean-name';
import { cleanText } from '../handout/clean-text';
import { initialOf } from '../handout/initial-of';
import type { Sight, SightInWords } from '../model/sight';
import { meaningOf, moreWords, ownWords, seenWords } from '../sight-words';
import { sizeWords } from '../size-words';
import { asTrouble, Trouble } from '../trouble';
import { verdictSigns, verdictWords } from '../verdict-words';
import { troubleWords } from '../wording';
import { say } from '../words';

/** As long as an answer is fresh, another look would bring the same one. */
const freshMs = 10 * 60_000;

/** What the card in a page draws of a sight, as far as a page may know it. */
export function sightInWords(sight: Sight, now: number): SightInWords {
  const { verdict, seenAt, sources, name, picture, size, own } = sight;
  const description = cleanText(sight.description ?? '');
  const more = moreWords(sight);
  return {
    ...{ verdict, verdictWords: verdictWords(verdict), sign: verdictSigns[verdict], meaning: meaningOf(sight) },
    isOld: verdict === 'unknown' || now - seenAt > freshMs,
    ...(name !== undefined && nameInWords(name)),
    ...(picture && { picture }),
    ...(size && { size: sizeWords(size) }),
    ...(more && { more }),
    ...(description && { description }),
    ...(own && { own: ownWords(own, now) }),
    ...(sources.length > 0 && { seen: seenWords(sight, now) }),
  };
}

function nameInWords(name: string): Required<Pick<SightInWords, 'name' | 'initial'>> {
  const clean = cleanName(name);
  return { name: clean || say('menuUnnamed'), initial: initialOf(clean) ?? '…' };
}

/** What went wrong, with what a page may know of it, and that in words. */
export function troubleInWords(caught: unknown): Trouble {
  const { kind, facts } = asTrouble(caught);
  const wait = facts.waitMs === undefined ? {} : { waitMs: facts.waitMs };
  const { what, next } = troubleWords({ kind, ...wait });
  return new Trouble(kind, { ...wait, words: `${what} ${next}` });
}
