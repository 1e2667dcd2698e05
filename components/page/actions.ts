import { askFromPage } from '../../utils/bridge/ask-from-page';
import { type InviteCode, inviteUrl } from '../../utils/invite-link';
import type { SightInWords } from '../../utils/model/sight';
import { copyText } from '../../utils/page/copy-text';
import { phrase, type Word } from '../../utils/words';
import { make, set } from './make';
import { meaningId } from './sight-drawn';
import { focus, type Stand } from './stand';

interface Wiring {
  readonly look: () => void;
  /** Whether one can see what one clicks on. */
  readonly isClear: () => boolean;
  readonly muted: () => void;
}

/** What can be done with the invite, and what became of it. */
export function actions({ redraw }: Stand, code: InviteCode, { look, isClear, muted }: Wiring) {
  const url = inviteUrl(code);
  const looks = set(button('button', 'lookInside', look), { title: phrase('lookInsideHint') });
  const joins = set(button('button', 'joinAsk', join), { title: phrase('joinAskHint') });
  const copies = button('word', 'menuCopy', copy);
  const mutes = button('word', 'cardMute', () => tell('', 'mute'));
  // A button that says what it has done is to be heard, too.
  const apart = set(make('div', 'row apart', copies, mutes), { ariaLive: 'polite' });
  const offer = make('div', '', make('div', 'row', looks, joins), apart);
  // The switch can be turned back only elsewhere, so it says where before it is turned.
  const [yes, no] = [button('button', 'cardMuteYes', mute), button('button', 'cancel', () => tell(''))];
  const question = make('div', '', make('p', '', phrase('cardMuteWhat')), make('div', 'row', yes, no));
  const note = set(make('p', 'note'), { role: 'status' });
  // The way that is always left: text, already selected.
  const byHand = set(make('input', 'button'), {
    readOnly: true,
    dir: 'ltr',
    value: url,
    ariaLabel: phrase('textToCopy'),
  });
  let leads = true;

  // Why one may not join, too.
  joins.setAttribute('aria-describedby', meaningId);

  function draw(sight: SightInWords | undefined, isLooking: boolean): void {
    const verdict = sight?.verdict;
    leads = verdict !== 'retired' && verdict !== 'invalid';
    const isWorthIt = sight !== undefined && leads && verdict !== 'unknown';
    looks.textContent = phrase(isLooking ? 'looking' : sight ? 'lookAgain' : 'lookInside');
    looks.hidden = !isLooking && sight?.isOld === false;
    looks.ariaDisabled = String(isLooking);
    joins.ariaDisabled = String(!leads);
    joins.hidden = sight?.mayJoin === false;
    looks.classList.toggle('primary', !isWorthIt);
    joins.classList.toggle('primary', isWorthIt);
  }

  /** What became of the last thing that was done, and what stands there for it. */
  function tell(words: string, kind?: 'copied' | 'by-hand' | 'mute'): void {
    redraw(() => {
      note.textContent = words;
      copies.textContent = phrase(kind === 'copied' ? 'copied' : 'menuCopy');
      byHand.hidden = kind !== 'by-hand';
      offer.hidden = kind === 'mute';
      question.hidden = !offer.hidden;
    });
  }

  async function copy(): Promise<void> {
    if (await copyText(url)) return tell('', 'copied');
    tell(`${phrase('troubleClipboardRefused')} ${phrase('copyByHand')}`, 'by-hand');
    focus(byHand);
    byHand.select();
  }

  async function join(): Promise<void> {
    if (!leads) return;
    const { words } = await askFromPage('link.wish', code);
    tell(words ?? phrase('cardWindow'));
  }

  async function mute(): Promise<void> {
    const { words } = await askFromPage('page.mute');
    if (words) tell(words);
    else muted();
  }

  /** For clicks and keys of a person who can see the card; the page's own are nothing to it. */
  function button(className: string, word: Word, deed: () => void): HTMLButtonElement {
    const onclick = ({ isTrusted }: Event) => isTrusted && (isClear() ? deed() : tell(phrase('cardCovered')));
    return set(make('button', className, phrase(word)), { onclick });
  }

  tell('');
  return { element: make('div', 'actions', offer, question, note, byHand), draw, tell };
}
