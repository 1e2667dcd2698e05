import type { Chromium } from '../browser/chromium.ts';
import { launchChromium } from '../browser/chromium.ts';
import type { Tab } from '../browser/tab.ts';
import { ownCertificate } from '../certificate.ts';
import { type Desk, deskAt } from '../desk.ts';
import { entryFor } from '../entries.ts';
import { openOptions } from '../faces/options.ts';
import { type Words, wordsOf } from '../faces/words.ts';
import { startSandbox } from '../serve.ts';
import { type Cast, casts, server } from './cast.ts';
import { setClock } from './clock.ts';

/** Groups that the account is not in. */
const strangers = ['Garden Swap Toulouse', 'Full House Poker', 'Private Tasting', 'City Runners News'];

export const extension = '.output/chrome-mv3';

/** Where the pictures are taken: a browser of the language, a gateway, and an account in it. */
export interface Stand {
  readonly browser: Chromium;
  readonly desk: Desk;
  readonly words: Words;
  readonly cast: Cast;
  /** Id of the account. */
  readonly account: string;
  /** Asks the background as our faces do. */
  ask<R>(question: string, asked?: unknown): Promise<R>;
  close(): Promise<void>;
}

/** A browser in which an account was connected at this time. Pictures are twice as large as what they show. */
export async function openStand(language: string, dark: boolean, since: number): Promise<Stand> {
  const cast = casts[language];
  if (!cast) throw new RangeError(`Nobody has written the names for “${language}”`);
  const words = await wordsOf(extension, language);
  const sandbox = await startSandbox({ secureDoor: ownCertificate([new URL(server).hostname]) });
  const hosts = Object.fromEntries(
    [new URL(server).hostname, 'chat.whatsapp.com', 'pps.whatsapp.net'].map((host) => [host, sandbox.securePort ?? 0]),
  );
  const lang = language.replace('_', '-');
  const browser = await launchChromium({ extension, hosts, lang, dark, scale: 2 });
  const desk = deskAt(sandbox.url);
  await desk.callGroups(
    'demo',
    cast.groups.map((subject) => ({ subject, description: '' })),
  );
  for (const [nth, name] of strangers.entries()) {
    const [subject = name, description] = [cast.others[nth], nth === 0 ? cast.about : ''];
    sandbox.world.change(sandbox.world.find(name).id, { subject, description });
  }
  await browser.grantHosts();
  await setClock(browser, since);
  const options = await openOptions(browser, words);
  await options.connect({ ...entryFor('waha', 'demo', server), name: cast.studio });
  await options.tab.close();
  const tab = await browser.open(browser.extensionUrl('welcome.html'));
  await everywhere(tab);
  const { accounts } = await asked<{ accounts: readonly { id: string }[] }>(tab, 'account.overview');
  return {
    ...{ browser, desk, words, cast, account: accounts[0]?.id ?? '' },
    ask: (question, payload) => asked(tab, question, payload),
    async close() {
      await browser.close();
      await sandbox.close();
    },
  };
}

/** Lets Latchkey look at pages, as its own switch would. */
async function everywhere(tab: Tab): Promise<void> {
  await tab.evaluate(askOnClick);
  await tab.click('h1');
  await tab.until('the permission', () => tab.evaluate<boolean>('document.title === "allowed"'));
  await asked(tab, 'site.change', { everywhere: true });
}

function askOnClick(): void {
  const { permissions } = Reflect.get(globalThis, 'chrome');
  document.onclick = async () => {
    if (await permissions.request({ origins: ['*://*/*'] })) document.title = 'allowed';
  };
}

async function asked<R>(tab: Tab, question: string, payload?: unknown): Promise<R> {
  const answer: { readonly answer?: unknown } = await tab.evaluate(sent, { question, asked: payload });
  // An answer of nothing does not come over.
  if ('trouble' in answer) throw new Error(`${question} was troubled: ${JSON.stringify(answer)}`);
  return answer.answer as R;
}

function sent(message: { readonly question: string; readonly asked: unknown }): Promise<object> {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
}
