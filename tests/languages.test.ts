import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from '../utils/browser';
import { sayCount, type Word } from '../utils/words';

type Catalogue = Readonly<Record<string, string>>;

const folder = join(import.meta.dirname, '../public/_locales');
const names = readdirSync(folder).sort();
const english = catalogueOf('en');
const words = Object.keys(english);
const counted = words.filter((word) => isCounted(english[word] ?? ''));
const others = names.filter((name) => name !== 'en');

/** Told apart from `other` only in millions of something, which is written in figures here. */
const seldom = new Set(['es', 'fr', 'pt_BR']);

/** What the stores take: Chrome 75 signs of a name, addons.mozilla.org 45; both 132 of a description; Chrome 12 of the short one. */
const longest = { name: 45, description: 132 } as const;

/** Left alone by whoever sets the direction: our pages do that by themselves, around each name. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe('the languages', () => {
  it('are those that Latchkey is written in', () => {
    expect(names).toEqual(['ar', 'de', 'en', 'es', 'fr', 'hi', 'id', 'pt_BR']);
  });

  it.each(others)('%s says everything that English says, and nothing more', (name) => {
    const own = Object.keys(catalogueOf(name));
    const missing = words.filter((word) => !own.includes(word));
    const tooMany = own.filter((word) => !words.includes(word));
    expect({ missing, tooMany }).toEqual({ missing: [], tooMany: [] });
  });

  it.each(names)('%s has a text for every key, without white space around it', (name) => {
    const odd = Object.entries(catalogueOf(name)).filter(
      ([word, text]) => !text || (text !== text.trim() && english[word] === english[word]?.trim()),
    );
    expect(odd).toEqual([]);
  });

  it.each(others)('%s has no sentence left in English', (name) => {
    const own = catalogueOf(name);
    const left = known(own).filter(
      (word) => own[word] === english[word] && /\b[a-z]+ [a-z]+ [a-z]+\b/.test(own[word] ?? ''),
    );
    expect(left).toEqual([]);
  });

  it.each(others)('%s fills the gaps that English fills', (name) => {
    const own = catalogueOf(name);
    const odd = known(own).filter((word) => gaps(lastForm(own[word])) !== gaps(lastForm(english[word])));
    expect(odd.map((word) => [word, english[word], own[word]])).toEqual([]);
  });

  it.each(names)('%s counts by the forms that its plurals have', (name) => {
    const wanted = formsOf(name);
    const own = catalogueOf(name);
    const odd = known(own).filter((word) => {
      const forms = formsIn(own[word] ?? '').map(([form]) => form);
      return counted.includes(word) ? forms.sort().join() !== wanted.join() : forms.length > 0;
    });
    expect(odd.map((word) => [word, own[word]])).toEqual([]);
  });

  it.each(names)('%s leaves a number out only where its form means that number alone', (name) => {
    const own = catalogueOf(name);
    const exact = new Set(['zero', 'one', 'two']);
    const odd = known(own).filter((word) => {
      const whole = gaps(lastForm(own[word]));
      return formsIn(own[word] ?? '').some(([form, text]) => {
        const without = whole.split(' ').filter((gap) => gap !== '$1' || !exact.has(form));
        return without.some((gap) => !text.includes(gap));
      });
    });
    expect(odd.map((word) => [word, own[word]])).toEqual([]);
  });

  it.each(names)('%s names its language and its direction', (name) => {
    const { catalogueLanguage, catalogueDirection } = catalogueOf(name);
    expect(catalogueLanguage).toBe(name.split('_')[0]);
    expect(catalogueDirection).toBe(name === 'ar' ? 'rtl' : 'ltr');
  });

  it.each(names)('%s fits the stores', (name) => {
    const own = catalogueOf(name);
    for (const [word, most] of Object.entries(longest)) {
      expect(own[word]?.length, `${name}: ${word}`).toBeLessThanOrEqual(most);
    }
  });

  it.each(names)('%s holds no marks of direction', (name) => {
    const odd = Object.entries(catalogueOf(name)).filter(([, text]) => directionMarks.test(text));
    expect(odd).toEqual([]);
  });
});

describe('counting', () => {
  afterEach(() => vi.restoreAllMocks());
  const numbers = [0, 1, 2, 3, 11, 21, 100, 101, 1_024];

  it.each(names)('comes out right in %s', (name) => {
    speak(name);
    const tag = name.replace('_', '-');
    const rules = new Intl.PluralRules(tag);
    const figures = new Intl.NumberFormat(tag);
    const own = catalogueOf(name);
    for (const word of counted.filter((word) => word in own)) {
      for (const number of numbers) {
        const said = sayCount(word as Word, number, 'A', 'B', 'C', 'D');
        const forms = new Map(formsIn(own[word] ?? ''));
        const form = forms.get(rules.select(number)) ?? forms.get('other') ?? '';
        expect(said, word).toBe(filled(form, [figures.format(number), 'A', 'B', 'C', 'D']));
      }
    }
  });
});

/** The browser answers from this catalogue. */
function speak(name: string): void {
  const own = catalogueOf(name);
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(name.replace('_', '-'));
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((word: string, values?: unknown) =>
    filled(own[word] ?? '', Array.isArray(values) ? values : []),
  );
}

function filled(text: string, values: readonly unknown[]): string {
  return text.replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));
}

function catalogueOf(name: string): Catalogue {
  const entries: Record<string, { readonly message: string }> = JSON.parse(
    readFileSync(join(folder, name, 'messages.json'), 'utf8'),
  );
  return Object.fromEntries(Object.entries(entries).map(([word, { message }]) => [word, message]));
}

/** What another language has of the English keys; what it lacks has a test of its own. */
function known(own: Catalogue): readonly string[] {
  return words.filter((word) => word in own);
}

function isCounted(text: string): boolean {
  return formsIn(text).length > 0;
}

/** `one: … ¦ other: …` in pairs; nothing for a text without forms. */
function formsIn(text: string): readonly (readonly [form: string, text: string])[] {
  const forms = text.split('¦').map((form) => /^\s*(zero|one|two|few|many|other):\s*(.*?)\s*$/s.exec(form));
  return forms.flatMap((found) => (found ? [[found[1] ?? '', found[2] ?? ''] as const] : []));
}

/** The text that holds all gaps: the form for any number, or the whole. */
function lastForm(text = ''): string {
  return new Map(formsIn(text)).get('other') ?? text;
}

function gaps(text: string): string {
  return [...new Set(text.match(/\$\d/g))].sort().join(' ');
}

function formsOf(name: string): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(name.replace('_', '-')).resolvedOptions();
  return pluralCategories.filter((form) => form !== 'many' || !seldom.has(name)).sort();
}
