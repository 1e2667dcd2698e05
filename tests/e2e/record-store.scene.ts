import { expect, it } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { type Kept, keptIn } from './kept.ts';
import { browserName, type Stage, stage } from './stage.ts';

interface Row {
  readonly id: string;
  readonly seq: number;
  readonly hash: string;
  readonly code: string;
}

/** One thing done to a store behind the background's back. */
type Deed =
  | { readonly do: 'set' | 'put'; readonly in: string; readonly key?: string; readonly value: unknown }
  | { readonly do: 'remove'; readonly in: string; readonly keys: readonly string[] }
  | { readonly do: 'clear' | 'drop'; readonly in: string };

interface State {
  readonly health: string;
  readonly findings: readonly { readonly part: string; readonly what: string; readonly count: number }[];
}

const many = 40;
/** Thirty-two rows lie together. */
const blocks = ['record.lineage.0', 'record.lineage.1'] as const;
/** Where the second copy of the rows lies. */
const copy = browserName === 'firefox' ? 'latchkey-copy/kept' : 'local';
const main = 'latchkey/lineage';

it('notices six damages of either store in one life of the browser, and mends all twelve', async () => {
  const on = await stage();
  const tab = await on.page(on.browser.extensionUrl('welcome.html'));
  await asked(tab, 'setting.change', { theme: 'dark' });
  await asked(tab, 'setting.change', { theme: 'light' });
  await asked(tab, 'record.add', { lineage: lines(), ledger: [] });
  expect(await asked<State>(tab, 'record.check')).toMatchObject({ health: 'whole', findings: [] });
  const whole = await keptIn(tab);
  const rows = rowsIn(whole);
  expect(rows).toHaveLength(many);
  expect(copiesIn(whole)).toEqual(rows);
  const settings = whole.local.settings as { readonly value: object };
  const [seventh, fifth] = [rows[6], rows[4]];
  const first = blocksIn(whole)[0];

  const damages: readonly (readonly [string, Deed, found: string])[] = [
    ['a lost item', { do: 'remove', in: 'local', keys: ['settings'] }, 'items restored 1'],
    [
      'an older item',
      { do: 'set', in: 'local', key: 'settings', value: { ...settings, value: {}, count: 0 } },
      'items restored 1',
    ],
    ['a garbage item', { do: 'set', in: 'local', key: 'settings', value: 'garbage' }, 'items restored 1'],
    ['a lost head of the copy', { do: 'remove', in: copy, keys: ['record.lineage'] }, 'lineage copy-renewed 1'],
    ['rows cut off the copy', { do: 'remove', in: copy, keys: [blocks[1]] }, 'lineage copy-renewed 8'],
    [
      'a changed row of the copy',
      { do: 'set', in: copy, key: blocks[0], value: { ...first, 7: { ...seventh, code: rows[0]?.code } } },
      'lineage copy-renewed 1',
    ],
    ['lost rows', { do: 'remove', in: main, keys: rows.slice(9, 19).map(({ id }) => id) }, 'lineage restored 10'],
    ['a changed row', { do: 'put', in: main, value: { ...seventh, code: rows[0]?.code } }, 'lineage restored 1'],
    ['a lost head', { do: 'remove', in: 'latchkey/heads', keys: ['lineage'] }, 'lineage restored 1'],
    ['an emptied room', { do: 'clear', in: main }, 'lineage restored 40'],
    ['a row in another place', { do: 'put', in: main, value: { ...fifth, seq: 99 } }, 'lineage restored 1'],
    ['no database', { do: 'drop', in: 'latchkey' }, 'lineage restored 40'],
  ];
  const seen = [];
  for (const [name, deed, found] of damages) {
    seen.push([name, await mended(on, tab, { deed, rows, settings })]);
    expect(seen.at(-1)).toEqual([name, [found]]);
  }
  expect(seen).toHaveLength(12);
  expect(await asked<State>(tab, 'record.check')).toMatchObject({ health: 'whole', findings: [] });
});

interface Before {
  readonly deed: Deed;
  readonly rows: readonly Row[];
  readonly settings: unknown;
}

/** Does the damage between two lives of the background; what the next one found. Everything is as it was afterwards. */
async function mended(on: Stage, tab: Tab, { deed, rows, settings }: Before): Promise<string[]> {
  await on.browser.stopBackground();
  await tab.evaluate(act, deed);
  const { findings } = await asked<State>(tab, 'record.check');
  const now = await keptIn(tab);
  expect(rowsIn(now)).toEqual(rows);
  expect(copiesIn(now)).toEqual(rows);
  expect(now.local.settings).toEqual(settings);
  await asked(tab, 'record.confirm');
  return findings.map(({ part, what, count }) => `${part} ${what} ${count}`);
}

function lines(): object[] {
  return Array.from({ length: many }, (_, nth) => ({
    ...{ id: `row ${nth}`, at: 1_767_225_600_000 + nth, account: 'a', group: `${nth % 3}@g.us`, name: 'Book club' },
    ...{ event: 'first-seen', how: 'read', code: `HFakeStore${String(nth).padStart(4, '0')}efgh1234` },
  }));
}

function rowsIn({ rooms }: Kept): Row[] {
  return (rooms.lineage ?? []).map((kept) => (kept as { row: Row }).row).sort((a, b) => a.seq - b.seq);
}

function copiesIn(kept: Kept): unknown[] {
  return blocksIn(kept).flatMap(Object.values);
}

function blocksIn({ local, rooms }: Kept): readonly object[] {
  const kept = (rooms['latchkey-copy kept'] ?? []) as { key: string; row: unknown }[];
  const all = browserName === 'firefox' ? Object.fromEntries(kept.map(({ key, row }) => [key, row])) : local;
  return blocks.map((key) => Object(all[key]));
}

async function asked<R>(tab: Tab, question: string, payload?: unknown): Promise<R> {
  const envelope = await tab.evaluate(ask, { question, asked: payload });
  if (!('answer' in envelope)) throw new Error(`${question} was troubled: ${JSON.stringify(envelope)}`);
  return envelope.answer as R;
}

function ask(message: { readonly question: string; readonly asked: unknown }): Promise<object> {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
}

/** Runs in the page. */
async function act(deed: Deed): Promise<void> {
  const { storage } = Reflect.get(globalThis, 'chrome');
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const [name = '', room = ''] = deed.in.split('/');
  if (deed.do === 'drop') return void (await done(indexedDB.deleteDatabase(name)));
  if (name === 'local') {
    if (deed.do === 'set') await storage.local.set({ [deed.key ?? '']: deed.value });
    if (deed.do === 'remove') await storage.local.remove(deed.keys);
    return;
  }
  const database = await done(indexedDB.open(name));
  const store = database.transaction(room, 'readwrite').objectStore(room);
  if (deed.do === 'clear') await done(store.clear());
  if (deed.do === 'remove') for (const key of deed.keys) await done(store.delete(key));
  if (deed.do === 'set' || deed.do === 'put')
    await done(deed.key ? store.put(deed.value, deed.key) : store.put(deed.value));
  database.close();
}
