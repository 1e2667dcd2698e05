import type { SightInWords } from '../../utils/model/sight';
import { phrase } from '../../utils/words';
import { groupPicture } from './group-picture';
import { make, makeSign, set } from './make';

/** An id within the card's own root. */
export const meaningId = 'meaning';

/** All that is known of what stands behind the invite, and since when. */
export function sightDrawn(sight: SightInWords): Element {
  const { name, verdict, verdictWords, sign, meaning, size, more, description, own, seen } = sight;
  const facts = make('p', '', make('span', `verdict ${verdict}`, makeSign(sign), verdictWords), quiet(size));
  const heading = name && make('h2', '', set(make('bdi', '', name), { title: name }));
  return make(
    'div',
    'sight',
    make('div', 'head', name && groupPicture(sight), make('div', 'lines', heading, facts, quiet(more))),
    set(make('p', '', meaning), { id: meaningId }),
    description && descriptionDrawn(description),
    own && make('p', 'own', own),
    quiet(seen),
  );
}

/** Nothing for no words. */
export function quiet(words: string | false | undefined): Element | undefined {
  return words ? make('bdi', 'quiet', words) : undefined;
}

/** What a group says of itself: three lines, and the rest on demand. Strangers wrote it. */
function descriptionDrawn(text: string): Element {
  const words = make('bdi', 'words', text);
  const more = make('button', 'word');
  function show(all: boolean): void {
    words.classList.toggle('clamped', !all);
    more.textContent = phrase(all ? 'cardLess' : 'cardMore');
    more.ariaExpanded = String(all);
    more.onclick = ({ isTrusted }) => isTrusted && show(!all);
  }
  show(false);
  // It can be measured once it stands in the card.
  queueMicrotask(() => {
    more.hidden = words.scrollHeight <= words.clientHeight + 2;
  });
  return make('div', 'description', words, more);
}

/** Stands where the facts will be, once waiting has become noticeable. */
export function sightToCome(): Element {
  const lines = make('div', 'lines', make('span', 'bar'), make('span', 'bar'));
  return set(make('div', 'head to-come', make('span', 'picture'), lines), { ariaHidden: 'true' });
}
