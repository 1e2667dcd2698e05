import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import './plain-dom';
import { placesIn } from '../invites-in/plain';
import { textsAt } from './texts-at';

/** Each text in which the name is written, and the first and the last place of it there. */
type At = readonly [text: string, nth: number, from: number, to: number];

function pageOf(body: string) {
  return parseHTML(`<!doctype html><html><head></head><body>${body}</body></html>`).document;
}

/** What is to be found, text by text. */
function allIn(texts: readonly Text[]): At[] {
  return texts.flatMap((text, nth): At[] => {
    const places = placesIn(text.data);
    return places.length > 0 ? [[text.data, nth, places[0] ?? 0, places.at(-1) ?? 0]] : [];
  });
}

function textNodes(root: Node): Text[] {
  return [...root.childNodes].flatMap((node) => (node.nodeType === 3 ? [node as Text] : textNodes(node)));
}

function found(root: Node): At[] {
  const texts = textNodes(root);
  const all: At[] = [];
  for (const at of textsAt(root)) if (at) all.push([at.text.data, texts.indexOf(at.text), at.from, at.to]);
  return all.toSorted((one, other) => one[1] - other[1]);
}

const words = fc.constantFrom(
  'a few words that stand in many a row',
  'x',
  '',
  'join https://chat.whatsapp.com/BFakeDemo01abcdefgh12X today',
  'WhatsApp, and WhatsApp again',
  'an invitation as long as that of everybody else here',
);
const numbered = fc.tuple(words, fc.nat(40)).map(([text, nth]) => `${text} ${nth}`);
const row = fc.oneof(
  numbered.map((text) => `<p>${text}</p>`),
  words.map((text) => `<div><b>${text}</b> and <i>more</i></div>`),
  fc.constant('<hr>'),
  words,
);
/** More than are looked at one after the other. */
const rows = fc
  .array(row, { minLength: 70, maxLength: 300 })
  .map((some) => `${some.join('\n')}${'<p>the rest</p>'.repeat(70)}`);

describe('the texts in which the name is written', () => {
  it('are all found, and nothing else, however alike the rows are', () => {
    fc.assert(
      fc.property(rows, (html) => {
        const { body } = pageOf(html);
        expect(found(body)).toEqual(allIn(textNodes(body)));
      }),
      { numRuns: 60 },
    );
  });
});
