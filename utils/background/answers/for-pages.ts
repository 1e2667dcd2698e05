import type { PageRows } from '../../bridge/answer';
import * as pages from '../pages';
import { code, nothing } from './shapes';

/** Codes only: never an address, never text of the page. */
export const rows: PageRows<'page' | 'link'> = {
  'page.noticed': { takes: nothing, does: (_, from) => pages.noticed(from) },
  'page.found': { takes: nothing, does: (_, from) => pages.found(from) },
  'page.reached': { takes: nothing, does: (_, from) => pages.reached(from) },
  'page.mute': { takes: nothing, does: (_, from) => orInWords(pages.mute(from)) },
  'link.recall': { takes: code, does: async (asked, from) => (await import('../links')).recallForPage(asked, from) },
  'link.probe': {
    takes: code,
    does: (asked, from) => orInWords(import('../links').then(({ probeForPage }) => probeForPage(asked, from))),
  },
  'link.wish': {
    takes: code,
    does: (asked, from) => orInWords(import('../windows').then(({ wish }) => wish(asked, from))),
  },
};

/** What goes wrong reaches the card in words: it has none of its own. */
function orInWords<Answer>(deed: Promise<Answer>): Promise<Answer> {
  return deed.catch(async (caught: unknown) => {
    throw (await import('../page-words')).troubleInWords(caught);
  });
}
