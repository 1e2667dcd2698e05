import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { openInviteWindow } from '../../sandbox/faces/invite.ts';
import { keptIn } from './kept.ts';
import { everythingIn, heardInBackground, listenIn, listenInBackground } from './listening.ts';
import { filesWith, spellings } from './raw-search.ts';
import { lastSaved, watchSaving } from './saving.ts';
import { type Popup, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';
const stranger = 'Garden Swap Toulouse';
/** The word on the field of each make's key. */
const keyFields = { wawp: 'fieldWawpToken', wasend: 'fieldWasendKey' } as const;
/** What somebody pastes who has mixed up two keys: the gateway refuses it, and repeats it. */
const wrongKey = 'canary+7f3a/9e=Wrong.Key';

for (const make of ['wawp', 'wasend'] as const) {
  thorough(
    `leaves no key behind in anything that one sees, saves, hands on or finds on the disk (${make})`,
    async () => {
      const profile = await mkdtemp(join(tmpdir(), 'latchkey-left-'));
      onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
      const on = await stage({ profile });
      const keys = [wrongKey, on.entry(make).fields[keyFields[make]] ?? ''];
      await listenInBackground(on);
      const left = [await connected(on, make), ...(await handedOut(on)), await looked(on), ...(await saved(on))];
      const { tab } = await on.options();
      left.push(JSON.stringify(await keptIn(tab)), await heardInBackground(on), await seenByBrowser(on));

      const all = left.join('\n');
      // What must be there, lest we looked in the wrong place.
      for (const known of [
        group,
        'makeLabel',
        'Internal Server Error',
        'a word of the background',
        'options.html',
        ',',
      ]) {
        expect(all).toContain(known);
      }
      for (const spelling of keys.flatMap(spellings)) expect(all).not.toContain(spelling);
      expect(await queriesRemembered(on)).toEqual([]);
      await on.browser.close();
      expect(await filesWith(profile, [group])).not.toEqual([]);
      expect(await filesWith(profile, keys)).toEqual([]);
    },
  );
}

/** Connects with a wrong key, which is repeated in the refusal, then with the right one. */
async function connected(on: Stage, make: keyof typeof keyFields): Promise<string> {
  const options = await on.options();
  await listenIn(options.tab);
  const entry = on.entry(make);
  await on.order('echo-key', { make });
  await options.enter({ ...entry, fields: { ...entry.fields, [keyFields[make]]: wrongKey } });
  const said = await options.save();
  // It stays where it was typed until it works, to be mended; nowhere else.
  await options.tab.evaluate(emptyWhereTyped);
  const refused = [said, await everythingIn(options.tab)];
  await on.calm();
  await options.type({ [keyFields[make]]: entry.fields[keyFields[make]] ?? '' });
  expect(await options.save()).toContain(on.words('checkReadyNext'));
  return [...refused, await everythingIn(options.tab)].join('\n');
}

/** Hands the link out in every shape, retires it through a gateway that repeats the key, and looks at what became of it. */
async function handedOut(on: Stage): Promise<string[]> {
  const popup = await on.popup();
  const { tab } = popup;
  await listenIn(tab);
  await popup.choose(group);
  const old = await popup.link();
  const left = [old];
  for (const shape of ['link', 'rich', 'button', 'source', 'markdown', 'qr'] as const) {
    await popup.copyAs(shape);
    const { text, html, png } = await on.clipboard();
    left.push(text ?? '', html ?? '', Buffer.from(png ?? []).toString('latin1'));
  }
  left.push(...(await savedPictures(popup)));
  await on.order('echo-key', { verb: 'revoke', acts: true });
  await popup.retire();
  await popup.linkAfter(old);
  await on.calm();
  await tab.click({ role: 'button', name: on.words('history') });
  await tab.waitFor('.history li');
  left.push(await everythingIn(tab));
  await on.order('echo-key');
  const troubled = await on.popup();
  await listenIn(troubled.tab);
  await troubled.search('Early Birds Madrid');
  await troubled.tab.waitForText('Internal Server Error');
  left.push(await everythingIn(troubled.tab));
  await on.calm();
  return left;
}

async function savedPictures({ tab, copyAs }: Popup): Promise<string[]> {
  await tab.evaluate(watchSaving);
  const pictures: string[] = [];
  for (const shape of ['png', 'svg'] as const) {
    await copyAs(shape);
    pictures.push(await savedFile(tab));
  }
  return pictures;
}

async function savedFile(tab: Tab): Promise<string> {
  const { name, bytes } = await tab.until('a file', () => lastSaved(tab));
  return `${name}\n${Buffer.from(bytes, 'base64').toString('utf8')}`;
}

/** Looks into a stranger's group while the gateway repeats the key, then joins it. */
async function looked(on: Stage): Promise<string> {
  const { code } = await on.groupInSandbox(stranger);
  await on.order('echo-key');
  const window = await openInviteWindow(on.browser, on.words, `look-${code}`);
  await listenIn(window.tab);
  await window.seen();
  const troubled = await everythingIn(window.tab);
  await on.calm();
  await window.tab.evaluate(`location.hash = 'join-${code}'`);
  await window.join('joinedIn');
  return `${troubled}\n${await everythingIn(window.tab)}`;
}

/** Saves the record as both kinds of file. */
async function saved(on: Stage): Promise<string[]> {
  const left: string[] = [];
  for (const section of ['record', 'hand-outs']) {
    const page = await on.page(on.browser.extensionUrl(`options.html#${section}`));
    await listenIn(page);
    await page.waitFor('.record-table tbody tr');
    for (const kind of ['saveCsv', 'saveJson']) {
      await page.evaluate(watchSaving);
      await page.click({ role: 'button', name: on.words('recordSaveShown') });
      await page.click({ role: 'menuitem', name: on.words(kind) });
      left.push(await savedFile(page));
    }
    left.push(await everythingIn(page));
  }
  return left;
}

function emptyWhereTyped(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type=password]')) field.value = '';
}

/** Titles and addresses of all tabs. */
function seenByBrowser({ browser }: Stage): Promise<string> {
  return browser.evaluateInBackground(async () =>
    JSON.stringify(
      (await Reflect.get(globalThis, 'chrome').tabs.query({})).map(
        ({ title, url }: { title?: string; url?: string }) => [title, url],
      ),
    ),
  );
}

/** What the background's clock remembers of requests, where it has a query. */
function queriesRemembered({ browser }: Stage): Promise<readonly string[]> {
  return browser.evaluateInBackground(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.includes('?')),
  );
}
