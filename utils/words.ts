import type catalogue from '../public/_locales/en/messages.json';
import { browser } from './browser';

/** A key of the message catalogue. */
export type Word = keyof typeof catalogue;

/** The sentence for a word in the browser's language, `$1`, `$2` … filled in. */
export function say(word: Word, ...values: readonly (string | number)[]): string {
  return browser.i18n.getMessage(word, values.map(shown)) || word;
}

/** The same for a word that takes no values: all that a script in somebody's page needs. */
export function phrase(word: Word): string {
  return browser.i18n.getMessage(word);
}

/**
 * The form of a word that fits a number, the number being `$1`. The catalogue writes forms as
 * `one: $1 member ¦ other: $1 members`, with the names that `Intl.PluralRules` gives.
 */
export function sayCount(word: Word, count: number, ...values: readonly (string | number)[]): string {
  return pluralForm(say(word, count, ...values), plurals().select(count));
}

/** Picks one form out of `one: … ¦ other: …`; `other` where the wanted one is not there. */
export function pluralForm(forms: string, wanted: string): string {
  const found = new Map(
    forms.split('¦').map((form) => {
      const colon = form.indexOf(':');
      return [form.slice(0, colon).trim(), form.slice(colon + 1).trim()] as const;
    }),
  );
  return found.get(wanted) ?? found.get('other') ?? forms;
}

/** The language the catalogue answers in, as a BCP 47 tag; with the browser's region where both speak the same. */
export function language(): string {
  const ours = browser.i18n.getMessage('catalogueLanguage') || 'en';
  const theirs = browser.i18n.getUILanguage();
  return theirs.split('-')[0] === ours ? theirs : ours;
}

function shown(value: string | number): string {
  return typeof value === 'number' ? numbers().format(value) : value;
}

const numbers = perLanguage((tag) => new Intl.NumberFormat(tag));
const plurals = perLanguage((tag) => new Intl.PluralRules(tag));

/** Made once: a list asks for them row by row, and making one takes the browser longer than all that it is made for. */
function perLanguage<Spoken>(make: (tag: string) => Spoken): () => Spoken {
  let last: { readonly tag: string; readonly made: Spoken } | undefined;
  return () => {
    const tag = language();
    if (last?.tag !== tag) last = { tag, made: make(tag) };
    return last.made;
  };
}
