import { browser } from '../browser';
import { read, settingsItem } from '../store/items';
import { sayCount } from '../words';
import { codesOf, framesRead } from './page-codes';

const key = '#0c6b62';
const brass = '#96600c';
const most = 999;

/** A tab without a text of its own shows what all tabs show; an empty text would hide that. Our types know no null here. */
const noText: object = { text: null };

/** What else may stand on the toolbar button; it is not drawn over. */
export const signs = { heed: '!', done: '✓' } as const;

/**
 * Shows on the toolbar button how many invites the page in a tab has, unless something else is to be read there. What waits
 * for a person in all tabs is not hidden by it: "3!", and the words say both.
 */
export async function drawBadge(tabId: number): Promise<void> {
  const { badge } = await read(settingsItem);
  const count = codesOf(await framesRead(tabId, 'in no order')).length;
  const [here, everywhere] = await Promise.all([shownIn({ tabId }), shownIn({})]);
  if (isOwnSign(here, everywhere)) return;
  // Nothing is written that stands there already: most pages have no invites.
  if (count > 0) await paint({ tabId, count, badge, everywhere });
  else if (here.text !== everywhere.text || here.title !== everywhere.title) await clear(tabId);
}

interface Shown {
  readonly text: string;
  readonly title: string;
}

async function shownIn(where: { tabId?: number }): Promise<Shown> {
  const [text, title] = await Promise.all([browser.action.getBadgeText(where), browser.action.getTitle(where)]);
  return { text, title };
}

/** Whether a tab has a sign of its own; what is said of all tabs stands in each. */
function isOwnSign(here: Shown, everywhere: Shown): boolean {
  if (!Object.values<string>(signs).includes(here.text)) return false;
  return here.text !== everywhere.text || !here.title.endsWith(everywhere.title);
}

/** Takes everything off the toolbar button in a tab. */
export async function clear(tabId: number): Promise<void> {
  await Promise.all([
    // What is said of all tabs, such as that the keys are locked, stands here again.
    browser.action.setBadgeText({ tabId, ...noText }),
    browser.action.setTitle({ tabId, title: await browser.action.getTitle({}) }),
  ]);
}

interface Painted {
  readonly tabId: number;
  readonly count: number;
  readonly badge: boolean;
  readonly everywhere: Shown;
}

/** The number can be switched off; the words in the title stay. */
async function paint({ tabId, count, badge, everywhere }: Painted): Promise<void> {
  const words = sayCount('badgeTitle', count);
  const number = count > most ? `${most}+` : String(count);
  const sign = everywhere.text;
  const off = sign ? noText : { text: '' };
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: sign ? brass : key }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setBadgeText({ tabId, ...(badge ? { text: number + sign } : off) }),
    browser.action.setTitle({ tabId, title: sign ? `${words} · ${everywhere.title}` : words }),
  ]);
}
