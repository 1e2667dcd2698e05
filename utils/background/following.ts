import * as v from 'valibot';
import { browser } from '../browser';
import type { SettingChange, SyncState } from '../keeping/model';
import type { Sites } from '../model/page';
import type { Settings } from '../model/settings';
import { change, read, readOwn, settingsItem, settingsShape, sitesItem, sitesShape } from '../store/items';
import { followItem } from '../store/keeping-items';
import { changesOf } from './backup/merging';
import { menuChanged } from './menu-changed';
import { watch } from './sites';

/**
 * What may follow a person from browser to browser, and why the rest does not: greetings and the list of groups that may be
 * joined name groups and people; when keys are locked is for each computer to say; which pages are looked at needs each
 * browser's own permission. Keys, codes, accounts and the record never lie here.
 */
const names = ['shape', 'theme', 'badge', 'menuOff', 'joinsPerMinute', 'off'] as const;
type Name = (typeof names)[number];

type Values = Pick<Settings, Exclude<Name, 'off'>> & Pick<Sites, 'off'>;
const shapes = v.partial(v.pick(v.object({ ...settingsShape.entries, ...v.pick(sitesShape, ['off']).entries }), names));

/** A value as it lies in synchronised storage: as JSON, and since when it holds. */
export interface Stamped {
  readonly at: number;
  readonly text: string;
}
type All = Readonly<Partial<Record<Name, Stamped>>>;

/** The browser takes 8,192 bytes for an item, its key and its quotes among them. */
const mostBytes = 7_000;
/** A clock may be wrong by so much before what it stamps is no longer believed. */
const aheadMs = 86_400_000;
const keyOf = (name: Name) => `setting.${name}`;

let failed: SyncState['trouble'];

/** What follows, what lies above, and what switching it on would change here. */
export async function state(): Promise<SyncState> {
  const area = areaNow();
  const [{ on }, now] = await Promise.all([read(followItem), values()]);
  const above = area ? await aboveIn(area).catch(() => undefined) : {};
  if (!area || !above) return { supported: false, on: false, above: 0, changes: [], tooLong: [] };
  const tooLong = names.filter((name) => !isShort(JSON.stringify(now[name])));
  const count = Object.keys(above).length;
  return {
    supported: true,
    on,
    above: count,
    changes: changes(now, above),
    tooLong,
    ...(failed && { trouble: failed }),
  };
}

/** Switches it on: what lies above wins where both differ. Or off: what lies above stays until it is erased. */
export async function turn(on: boolean): Promise<SyncState> {
  await alone(() => change(followItem, () => ({ on: on && areaNow() !== undefined, known: {} })));
  failed = undefined;
  await follow();
  return state();
}

/** Takes away what lies above. */
export async function erase(): Promise<SyncState> {
  await alone(async () => {
    await areaNow()?.remove(names.map(keyOf));
    await change(followItem, ({ on }) => ({ on, known: {} }));
  });
  return state();
}

/** Lets both sides agree, setting by setting: the newer one wins. Never rejects. */
export async function follow(): Promise<void> {
  await alone(agreed).catch(() => {
    failed = 'failed';
  });
}

/** What is on its way up must not arrive after somebody has switched it off, or erased what is there. */
function alone<T>(deed: () => Promise<T>): Promise<T> {
  return navigator.locks.request('follow', deed);
}

async function agreed(): Promise<void> {
  const area = areaNow();
  const { on, known } = await read(followItem);
  if (!area || !on) return;
  const [now, above] = await Promise.all([values(), aboveIn(area)]);
  const { up, down, kept } = settledNow({ now: textsOf(now), known, above, at: Date.now() });
  // In this order: what is known but was never taken would look like a change made here.
  await taken(now, down);
  await change(followItem, (item) => ({ ...item, known: { ...kept } }));
  const short = Object.entries(up).filter(([, { text }]) => isShort(text));
  if (short.length === 0) return;
  await area.set(Object.fromEntries(short.map(([name, value]) => [`setting.${name}`, value]))).then(
    () => {
      failed = undefined;
    },
    (caught: unknown) => {
      failed = /quota|max_/i.test(String(caught)) ? 'full' : 'failed';
    },
  );
}

interface Sides {
  readonly now: Readonly<Partial<Record<Name, string>>>;
  /** What was last agreed upon, or changed here. */
  readonly known: Readonly<Record<string, Stamped>>;
  readonly above: All;
  readonly at: number;
}

/** What goes up, what comes down, and what is known from then on. Pure. */
export function settledNow({ now, known, above, at }: Sides) {
  const up: Partial<Record<Name, Stamped>> = {};
  const down: Partial<Record<Name, Stamped>> = {};
  const kept: Partial<Record<Name, Stamped>> = {};
  for (const name of names) {
    const text = now[name];
    if (text === undefined) continue;
    const there = above[name];
    const mine = stampOf({ text, known: known[name], there, at });
    const theirs = believed(there, at);
    if (theirs && !isKnown(name, theirs)) {
      // A newer version's: neither taken nor written over, until somebody chooses something else here.
      if (mine.at > theirs.at) up[name] = mine;
    } else if (theirs && wins(theirs, mine)) down[name] = theirs;
    else if (!theirs || wins(mine, theirs)) up[name] = { text, at: mine.at || at };
    if (isSame(up[name], there)) delete up[name];
    kept[name] = down[name] ?? up[name] ?? mine;
  }
  return { up, down, kept };
}

interface Own {
  readonly text: string;
  readonly known: Stamped | undefined;
  readonly there: Stamped | undefined;
  readonly at: number;
}

/**
 * What was changed here since was changed now, and after what it was changed from, whatever another browser's clock says; what
 * was never agreed upon gives way to whatever lies above.
 */
function stampOf({ text, known, there, at }: Own): Stamped {
  if (!known) return { text, at: 0 };
  if (known.text === text) return known;
  return { text, at: Math.max(at, there?.text === known.text ? there.at + 1 : 0) };
}

function isSame(one: Stamped | undefined, other: Stamped | undefined): boolean {
  return one?.text === other?.text && one?.at === other?.at;
}

function isKnown(name: string, { text }: Stamped): boolean {
  return isOne(name, parsedText(text));
}

function believed(theirs: Stamped | undefined, now: number): Stamped | undefined {
  return theirs && { ...theirs, at: theirs.at > now + aheadMs ? now : theirs.at };
}

/** Both sides have to come to the same, also where two were changed in one moment. */
function wins(one: Stamped, other: Stamped): boolean {
  if (one.text === other.text) return one.at > other.at;
  return one.at === other.at ? one.text > other.text : one.at > other.at;
}

async function taken(now: Values, down: All): Promise<void> {
  const { off, ...rest } = valuesOf(down);
  if (changesOf(now, { ...now, ...rest }).length > 0) {
    await change(settingsItem, (settings) => ({ ...settings, ...rest }));
    menuChanged();
  }
  if (!off || JSON.stringify(off) === JSON.stringify(now.off)) return;
  await change(sitesItem, (sites) => ({ ...sites, off }));
  await watch();
}

function changes(now: Values, above: All): SettingChange[] {
  return changesOf(now, { ...now, ...valuesOf(above) });
}

/** What can be read of stamped values. */
function valuesOf(all: All): Partial<Values> {
  const parsed = Object.entries(all).map(([name, { text }]) => [name, parsedText(text)] as const);
  const good = parsed.filter(([name, value]) => isOne(name, value));
  return v.parse(shapes, Object.fromEntries(good)) as Partial<Values>;
}

function isOne(name: string, value: unknown): boolean {
  return value !== undefined && v.is(shapes, { [name]: value });
}

function parsedText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function values(): Promise<Values> {
  const [all, { off }] = await Promise.all([readOwn(settingsItem), readOwn(sitesItem)]);
  const { shape, theme, badge, menuOff, joinsPerMinute } = all;
  return { shape, theme, badge, menuOff, joinsPerMinute, off };
}

function textsOf(now: Values): Partial<Record<Name, string>> {
  return Object.fromEntries(names.map((name) => [name, JSON.stringify(now[name])]));
}

type Area = typeof browser.storage.sync;

function areaNow(): Area | undefined {
  return browser.storage.sync;
}

/** A time that a clock can show. */
const latest = 8_640_000_000_000_000;
const stamped = v.object({ at: v.pipe(v.number(), v.minValue(0), v.maxValue(latest)), text: v.string() });

/** What lies above and can be one of ours, or of a newer version's. */
async function aboveIn(area: Area): Promise<All> {
  const found: Record<string, unknown> = await area.get(names.map(keyOf));
  const entries = names.flatMap((name) => {
    const parsed = v.safeParse(stamped, found[keyOf(name)]);
    return parsed.success ? [[name, parsed.output] as const] : [];
  });
  return Object.fromEntries(entries);
}

function isShort(text: string): boolean {
  return new TextEncoder().encode(JSON.stringify(text)).length <= mostBytes;
}
