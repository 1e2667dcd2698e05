import { expect } from 'vitest';
import { card } from '../../sandbox/browser/look.ts';
import type { Tab } from '../../sandbox/browser/tab.ts';
import type { Known } from '../../sandbox/desk.ts';
import { draftFor } from '../../sandbox/entries.ts';
import { hostileNames } from './hostile-names.ts';
import { lastSaved, watchSaving } from './saving.ts';
import { type Popup, type Stage, stage, thorough } from './stage.ts';
import { expectTrapToWork, faultsOn, faultsOnCard, setTrap, sprung, withFaults } from './trap.ts';

/** More by `LATCHKEY_COUNT`: a thousand take some minutes. */
const count = Number(process.env.LATCHKEY_COUNT ?? 40);
const timeout = 100_000 + 2_000 * count;
/** Of what takes a click or a gateway's answer for each. */
const some = Math.max(3, Math.ceil(count / 50));
/** As many sights as are remembered. */
const atOnce = 300;

interface Crowd {
  readonly on: Stage;
  /** In the order of the names. */
  readonly groups: readonly Known[];
}

thorough('takes any name for a name in the popup: list, panel, retirement, history, files', { timeout }, async () => {
  const { on, groups } = await crowd();
  const popup = await on.popup();
  const { tab } = popup;
  await setTrap(tab);
  await tab.press('ArrowDown');
  await popup.highlighted(({ of }) => of === count);

  const rows = await withFaults(tab, rowsThrough, {});
  expect(rows.faults).toEqual([]);
  expect(rows.seen).toBe(count);
  expect(rows.names).toContain('<script>trap(0)</script>');
  const panels = await inParts(count, (from, to) => withFaults(tab, panelsThrough, { from, to }));
  expect(panels.faults).toEqual([]);
  expect(panels.names).toContain('<img src=x onerror=trap(0)>');

  for (const { id } of sample(groups.filter(({ roles }) => roles.big !== 'participant'))) {
    await popup.search(id);
    await popup.highlighted(({ of }) => of === 1);
    await tab.click({ role: 'option', nth: 0 });
    await retireAndSave(on, popup);
  }
  await expectQuiet(on, tab);
});

thorough(
  'takes any name for a name where an invite is looked into: window, page, list, card, menu',
  {
    timeout,
  },
  async () => {
    const { on, groups } = await crowd();
    await on.allowSites();
    const look = await on.page(on.browser.extensionUrl(`invite.html#look-${groups[0]?.code}`));
    await setTrap(look);
    await look.waitFor('.sight');
    for (let from = 0; from < count; from += atOnce) {
      const codes = groups.slice(from, from + atOnce).map(({ code }) => code);
      await rememberSights(on, groups.slice(from, from + atOnce));
      const seen = await inParts(codes.length, (start, end) =>
        withFaults(look, sightsThrough, { codes: codes.slice(start, end) }),
      );
      expect(seen.faults).toEqual([]);
      expect(seen.seen).toBe(codes.length);

      const page = await on.page(on.pagesUrl('plain'));
      await setTrap(page);
      await page.evaluate(putLinks, codes);
      const list = await on.page(on.browser.extensionUrl(`invite.html#tab-${await page.id()}`));
      // The page may not have been looked through yet when the list asks for it.
      await list.until('all of them', async () => {
        await list.waitFor(`.invite-row[aria-setsize="${codes.length}"]`, 3_000).catch((late) => {
          return list.evaluate('location.reload()').then(() => Promise.reject(late));
        });
        return true;
      });
      await setTrap(list);
      const rows = await withFaults(list, rowsThrough, {});
      expect(rows.faults).toEqual([]);
      expect(rows.seen).toBe(codes.length);
      for (const { names } of [seen, rows])
        expect(names.filter((name) => name.includes('trap(')).length).toBeGreaterThan(codes.length / 10);
      expect(await sprung(list)).toEqual([]);
      await list.close();
      await expectCards(page, codes.length);
      expect(await sprung(page)).toEqual([]);
      await expectTrapToWork(page);
      await page.close();
    }
    for (const { code } of sample(groups)) {
      await look.evaluate(`location.hash = 'join-${code}'`);
      await look.waitFor('.sight h2', 30_000);
      expect(await faultsOn(look)).toEqual([]);
    }
    await expectQuiet(on, look);
  },
);

thorough(
  'takes any name for a name in the record, and any label and reason for what they are',
  { timeout },
  async () => {
    const { on, groups } = await crowd();
    const own = await on.page(on.browser.extensionUrl('welcome.html'));
    await setTrap(own);
    const names = hostileNames(count, baitOf(on));
    const rows = groups.map(({ id, code, roles }, nth) => ({
      ...{ id, code, may: roles.big !== 'participant', retire: nth % 10 === 0 },
      ...{ label: names[nth]?.subject.slice(0, 120), reason: names[(nth * 3) % count]?.subject.slice(0, 500) },
    }));
    for (let from = 0; from < count; from += 50) await own.evaluate(handOut, rows.slice(from, from + 50));
    for (const section of ['record', 'hand-outs']) {
      const page = await on.page(on.browser.extensionUrl(`options.html#${section}`));
      await setTrap(page);
      await page.waitFor('.record-table tbody tr');
      const seen = await withFaults(page, pagesThrough, {});
      expect(seen.faults, section).toEqual([]);
      expect(seen.seen, section).toBeGreaterThan(count / 2);
      expect(seen.names, section).toContain('<script>trap(0)</script>');
      expect(await sprung(page)).toEqual([]);
    }
    await expectQuiet(on, own);
  },
);

thorough('takes any name of an account for a name', { timeout }, async () => {
  const { on } = await crowd();
  const names = hostileNames(some * 4).map(({ subject }) => subject.slice(0, 2_000));
  const welcome = await on.page(on.browser.extensionUrl('welcome.html'));
  await welcome.evaluate(saveAccounts, { ...draftFor('wawp', 'demo', on.url), names });
  const options = await on.options();
  await setTrap(options.tab);
  await options.tab.until('the accounts', async () => (await options.tab.count('.account')) > names.length);
  expect(await faultsOn(options.tab)).toEqual([]);
  const popup = await on.popup();
  await setTrap(popup.tab);
  await popup.tab.press('ArrowDown');
  // All of them are in the same groups: each is one row, which says whose it is.
  const all = count + (await on.groupsOf('demo')).length;
  await popup.tab.waitFor(`.group-row[aria-setsize="${all}"]`, 90_000);
  const rows = await withFaults(popup.tab, rowsThrough, {});
  expect(rows.faults).toEqual([]);
  expect(await sprung(popup.tab)).toEqual([]);
  await expectQuiet(on, options.tab);
});

/** An account with so many groups, called as badly as can be. */
async function crowd(): Promise<Crowd> {
  const on = await stage();
  const groups = await on.callGroups('big', hostileNames(count, baitOf(on)));
  expect(groups).toHaveLength(count);
  await on.addAccount('wawp', 'big');
  await on.forgetRequests();
  return { on, groups };
}

/** Who asks for anything here has been led to by a name. */
function baitOf({ url }: Stage): string {
  return `${url}/_sandbox/elsewhere/bait`;
}

async function expectQuiet(on: Stage, tab: Tab): Promise<void> {
  expect(await sprung(tab)).toEqual([]);
  const strangers = async () => (await on.requests()).filter(({ make }) => make === 'elsewhere');
  expect(await strangers()).toEqual([]);
  await expectTrapToWork(tab);
  await fetch(baitOf(on));
  expect(await strangers()).toHaveLength(1);
}

/** One of every kind of trick that the number allows. */
function sample(groups: readonly Known[]): readonly Known[] {
  const step = Math.max(1, Math.floor(groups.length / some) - 1);
  return groups.filter((_, nth) => nth % step === 0).slice(0, some);
}

interface Through {
  readonly seen: number;
  readonly names: readonly string[];
  readonly faults: readonly string[];
}

/** In parts that a driver waits for. */
async function inParts(all: number, part: (from: number, to: number) => Promise<Through>): Promise<Through> {
  const parts: Through[] = [];
  for (let from = 0; from < all; from += 100) parts.push(await part(from, Math.min(all, from + 100)));
  return {
    seen: parts.reduce((sum, { seen }) => sum + seen, 0),
    names: parts.flatMap(({ names }) => names),
    faults: parts.flatMap(({ faults }) => faults),
  };
}

async function retireAndSave(on: Stage, popup: Popup): Promise<void> {
  const { tab } = popup;
  await popup.link();
  await tab.evaluate(watchSaving);
  await popup.copyAs('png');
  expect((await lastSaved(tab)).name).toMatch(/^[a-z0-9][a-z0-9-]{0,59}-[0-9a-f]{8}\.png$/);
  await popup.beginRetiring();
  expect(await faultsOn(tab)).toEqual([]);
  await tab.click({ role: 'button', name: on.words('keepLink') });
  await tab.click({ role: 'button', name: on.words('history') });
  await tab.waitFor('.history li');
  expect(await faultsOn(tab)).toEqual([]);
}

/** What has been seen behind these codes, as the background remembers it. */
async function rememberSights(on: Stage, groups: readonly Known[]): Promise<void> {
  const all = hostileNames(count, baitOf(on));
  const told = new Map(all.map((name) => [name.subject, name]));
  const sights = groups.map(({ code, name, id }, nth) => ({
    ...{ code, id, verdict: 'live', sources: ['gateway'], seenAt: Date.now(), kind: 'subgroup' },
    ...{ name: name.slice(0, 200), description: told.get(name)?.description.slice(0, 2_048) ?? '' },
    parent: all[(nth * 3) % all.length]?.subject.slice(0, 200) ?? '',
  }));
  await on.browser.evaluateInBackground(async (planted) => {
    const { storage } = Reflect.get(globalThis, 'chrome');
    const { sights } = await storage.session.get('sights');
    const { askable } = sights.value[0];
    await storage.session.set({ sights: { ...sights, value: planted.map((sight) => ({ sight, askable })) } });
  }, sights);
}

async function expectCards(page: Tab, links: number): Promise<void> {
  for (let at = 0; at < some; at += 1) {
    const link = `#link-${Math.floor((at * links) / some)}`;
    await page.press('Escape');
    await page.hover(link);
    await page.waitFor({ selector: 'h2 bdi', inside: card });
    expect(await faultsOnCard(page)).toEqual([]);
  }
}

// The rest runs in a page.

/** Scrolls through a list of which only a part is drawn. */
async function rowsThrough({ faults }: { faults: () => string[] }): Promise<Through> {
  const row = document.querySelector<HTMLElement>('.group-row, .invite-row');
  const list = row?.closest<HTMLElement>('.group-list, .invite-rows') ?? row?.parentElement?.parentElement;
  if (!row || !list) throw new Error('There is no list');
  const names = new Map<string, string>();
  const found: string[] = [];
  const step = Math.max(row.offsetHeight, list.clientHeight - row.offsetHeight);
  for (let top = 0; top < list.scrollHeight; top += step) {
    list.scrollTop = top;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    for (const one of list.querySelectorAll('.group-row, .invite-row')) {
      names.set(one.getAttribute('aria-posinset') ?? '', one.querySelector('bdi')?.textContent ?? '');
    }
    found.push(...faults());
  }
  return { seen: names.size, names: [...names.values()], faults: found.slice(0, 20) };
}

/** Goes down the list by the keyboard: each group's panel is drawn. */
async function panelsThrough({ from, to, faults }: { from: number; to: number; faults: () => string[] }) {
  const search = document.querySelector('input');
  const press = (key: string) => search?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const names: string[] = [];
  const found: string[] = [];
  if (from === 0) press('Home');
  for (let at = from; at < to; at += 1) {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    names.push(document.querySelector('main h2 bdi')?.textContent ?? '');
    found.push(...faults());
    press('ArrowDown');
  }
  return { seen: names.length, names, faults: found.slice(0, 20) };
}

/** Turns the window from one invite to the next. */
async function sightsThrough({ codes, faults }: { codes: readonly string[]; faults: () => string[] }) {
  const names: string[] = [];
  const found: string[] = [];
  for (const code of codes) {
    location.hash = `look-${code}`;
    const end = Date.now() + 5_000;
    const isThere = () =>
      document.querySelector('.link-line')?.textContent?.endsWith(code) && document.querySelector('.sight h2 bdi');
    do await new Promise((drawn) => requestAnimationFrame(drawn));
    while (!isThere() && Date.now() < end);
    const name = document.querySelector('.sight h2 bdi')?.textContent;
    if (name) names.push(name);
    found.push(...faults());
  }
  return { seen: names.length, names, faults: found.slice(0, 20) };
}

/** Reads the invites of these groups, hands each out for something, and retires some of them. */
async function handOut(
  rows: readonly { id: string; code: string; may: boolean; retire: boolean; label?: string; reason?: string }[],
) {
  const { runtime } = Reflect.get(globalThis, 'chrome');
  const ask = async (question: string, asked?: unknown) => {
    const reply = await runtime.sendMessage({ question, asked });
    if ('trouble' in reply) throw new Error(`${question} ${JSON.stringify(reply)}`);
    return reply.answer;
  };
  const [{ id: account }] = (await ask('account.overview')).accounts;
  // The record has names from the list.
  if ((await ask('group.list', account)).groups.length === 0) await ask('group.refresh', account);
  for (const { id: group, code, may, retire, label = '', reason = '' } of rows) {
    if (!may) continue;
    await ask('invite.read', { account, group });
    const id = await ask('ledger.note', { account, group, code, shape: 'link' });
    await ask('ledger.name', { id, label, printed: false });
    if (retire) await ask('invite.revoke', { account, group, code, reason });
  }
}

/** Turns all the pages of a list that has a button for more. */
async function pagesThrough({ faults }: { faults: () => string[] }): Promise<Through> {
  const rows = () => document.querySelectorAll('.record-table tbody tr');
  const end = Date.now() + 25_000;
  for (let had = 0; had < rows().length && Date.now() < end; ) {
    had = rows().length;
    const section = document.querySelector('.record-table')?.closest('section');
    const buttons = Array.from(section?.querySelectorAll<HTMLElement>(':scope > button') ?? []);
    buttons.at(-1)?.click();
    for (let nth = 0; nth < 50 && buttons.length > 0 && rows().length === had; nth += 1) {
      await new Promise((rest) => setTimeout(rest, 40));
    }
  }
  const names = Array.from(rows(), (row) => row.querySelector('bdi')?.textContent ?? '');
  return { seen: names.length, names, faults: faults().slice(0, 20) };
}

function putLinks(codes: readonly string[]): void {
  const links = codes.map((code, nth) => {
    const paragraph = document.createElement('p');
    const link = document.createElement('a');
    link.href = `https://chat.whatsapp.com/${code}`;
    link.id = `link-${nth}`;
    link.textContent = `Group number ${nth}`;
    paragraph.append(link);
    return paragraph;
  });
  document.body.replaceChildren(...links);
}

async function saveAccounts({ names, ...draft }: { readonly names: readonly string[] }): Promise<void> {
  const { runtime } = Reflect.get(globalThis, 'chrome');
  for (const name of names) {
    const reply = await runtime.sendMessage({ question: 'account.save', asked: { ...draft, name } });
    if (!('answer' in reply)) throw new Error(JSON.stringify(reply));
  }
}
