import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { change, read, settingsItem } from '../store/items';
import { followItem } from '../store/keeping-items';
import { erase, follow, type Stamped, settledNow, state, turn } from './following';

const pause = (ms: number) => new Promise((go) => setTimeout(go, ms));

interface Machine {
  theme: string;
  known: Record<string, Stamped>;
}

describe('settings that follow', () => {
  it('are the same everywhere once every browser has looked, and the newest is what stays', () => {
    const move = fc.record({
      who: fc.nat({ max: 2 }),
      theme: fc.option(fc.constantFrom('"system"', '"light"', '"dark"'), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const machines: Machine[] = [0, 1, 2].map(() => ({ theme: '"system"', known: {} }));
        let above: { theme?: Stamped } = {};
        let at = 1;
        let newest: string | undefined;
        const look = (one: Machine) => {
          at += 1;
          const { up, down, kept } = settledNow({ now: { theme: one.theme }, known: one.known, above, at });
          above = { ...above, ...up };
          one.theme = down.theme?.text ?? one.theme;
          one.known = { ...kept };
        };
        for (const one of machines) look(one);
        for (const { who, theme } of moves) {
          const one = machines[who] as Machine;
          // Whoever is changed looks at once.
          look(one);
          if (theme !== undefined && theme !== one.theme) newest = theme;
          one.theme = theme ?? one.theme;
          look(one);
        }
        for (const one of machines) look(one);
        expect(new Set(machines.map(({ theme }) => theme)).size).toBe(1);
        if (newest !== undefined) expect(machines[0]?.theme).toBe(newest);
      }),
    );
  });

  it('do not believe a clock that is a year ahead for ever', () => {
    const year = 365 * 86_400_000;
    const above = { theme: { text: '"dark"', at: year } };
    const first = settledNow({ now: { theme: '"light"' }, known: {}, above, at: 1_000 });
    expect(first.down).toMatchObject({ theme: { at: 1_000 } });
    const known = { theme: { text: '"dark"', at: 1_000 } };
    const later = settledNow({
      now: { theme: '"light"' },
      known,
      above: { theme: { text: '"dark"', at: 1_000 } },
      at: 2_000,
    });
    expect(later.up).toEqual({ theme: { text: '"light"', at: 2_000 } });
  });
});

describe('settings of browsers that disagree', () => {
  it('stay as somebody has just chosen them here, though another browser’s clock is ahead', () => {
    for (const ahead of [60_000, 3 * 86_400_000]) {
      const above = { theme: { text: '"dark"', at: 1_000 + ahead } };
      const known = settledNow({ now: { theme: '"light"' }, known: {}, above, at: 1_000 }).kept;
      const { up, down } = settledNow({ now: { theme: '"light"' }, known: { ...known }, above, at: 2_000 });
      expect(down).toEqual({});
      // The other browser believes it, too, and neither writes again.
      const next = { ...above, ...up };
      const other = { now: { theme: '"dark"' }, known: { ...above }, above: next, at: 2_100 + ahead };
      const there = settledNow(other);
      expect([there.down.theme?.text, there.up]).toEqual(['"light"', {}]);
      const here = { now: { theme: '"light"' }, known: { ...known, ...up }, above: next, at: 2_200 };
      expect([settledNow(here).up, settledNow(here).down]).toEqual([{}, {}]);
    }
  });

  it('leave what a newer version has chosen alone, until something else is chosen here', () => {
    const above = { shape: { text: '"hologram"', at: 500 } };
    const first = settledNow({ now: { shape: '"link"' }, known: {}, above, at: 1_000 });
    expect([first.up, first.down]).toEqual([{}, {}]);
    const again = settledNow({ now: { shape: '"link"' }, known: { ...first.kept }, above, at: 2_000 });
    expect([again.up, again.down]).toEqual([{}, {}]);
    const chosen = settledNow({ now: { shape: '"qr"' }, known: { ...again.kept }, above, at: 3_000 });
    expect(chosen.up).toEqual({ shape: { text: '"qr"', at: 3_000 } });
  });
});

describe('the synchronised storage', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    Object.assign(fakeBrowser, {
      scripting: { getRegisteredContentScripts: async () => [] },
      contextMenus: { removeAll: async () => undefined, create: () => undefined },
    });
    Object.assign(fakeBrowser.i18n, { getMessage: (word: string) => word });
  });

  it('holds nothing until it is switched on, then settings alone, and nothing again once erased', async () => {
    await change(settingsItem, (all) => ({
      ...all,
      theme: 'dark' as const,
      greeting: 'Hello',
      joinOnly: ['Secret club'],
    }));
    await follow();
    expect(await fakeBrowser.storage.sync.get()).toEqual({});
    expect(await turn(true)).toMatchObject({ supported: true, on: true, above: 6, changes: [] });
    const above = JSON.stringify(await fakeBrowser.storage.sync.get());
    expect(above).toContain('dark');
    for (const own of ['Hello', 'Secret club', 'lockAfter']) expect(above).not.toContain(own);
    expect(await turn(false)).toMatchObject({ on: false, above: 6 });
    expect(await erase()).toMatchObject({ above: 0 });
    expect(await fakeBrowser.storage.sync.get()).toEqual({});
  });

  it('says what it would change before it is switched on, and takes nothing that is no setting', async () => {
    const put = (name: string, value: unknown, at: unknown = 5) => ({
      [`setting.${name}`]: { at, text: JSON.stringify(value) },
    });
    await fakeBrowser.storage.sync.set({
      ...{
        ...put('theme', 'dark'),
        ...put('shape', 'evil'),
        ...put('joinsPerMinute', 500),
        ...put('badge', false, 'x'),
      },
      ...{ ...put('greeting', 'evil'), 'setting.off': { at: 1, text: '{' } },
    });
    expect((await state()).changes).toEqual([{ name: 'theme', from: 'system', to: 'dark' }]);
    await turn(true);
    const settings = await read(settingsItem);
    expect(settings).toEqual({ ...settingsItem.fallback, theme: 'dark' });
    await change(settingsItem, (all) => ({ ...all, theme: 'light' as const }));
    await follow();
    expect(JSON.stringify(await fakeBrowser.storage.sync.get('setting.theme'))).toContain('light');
  });

  it('is empty once erased, also where a setting was on its way there', async () => {
    await turn(true);
    const { set } = fakeBrowser.storage.sync;
    let arrive: () => void = () => {};
    const held = new Promise<void>((go) => {
      arrive = go;
    });
    fakeBrowser.storage.sync.set = async (entries: object) => {
      await held;
      return Reflect.apply(set, fakeBrowser.storage.sync, [entries]);
    };
    await change(settingsItem, (all) => ({ ...all, theme: 'light' as const }));
    const following = follow();
    await pause(20);
    const erased = erase();
    await pause(20);
    arrive();
    await Promise.all([following, erased]);
    fakeBrowser.storage.sync.set = set;
    expect(await fakeBrowser.storage.sync.get()).toEqual({});
  });

  it('loses no setting of another browser’s where this one is stopped in the middle', async () => {
    await turn(true);
    await pause(20);
    await fakeBrowser.storage.sync.set({ 'setting.theme': { at: Date.now(), text: '"dark"' } });
    await pause(20);
    const { set } = fakeBrowser.storage.local;
    let left = 1;
    fakeBrowser.storage.local.set = async (entries: object) => {
      if (left === 0) throw new Error('the end');
      left -= 1;
      return Reflect.apply(set, fakeBrowser.storage.local, [entries]);
    };
    await follow();
    fakeBrowser.storage.local.set = set;
    await follow();
    expect((await read(settingsItem)).theme).toBe('dark');
    expect(JSON.stringify(await fakeBrowser.storage.sync.get('setting.theme'))).toContain('dark');
  });

  it('may be missing, and is told to be', async () => {
    const { sync } = fakeBrowser.storage;
    Object.assign(fakeBrowser.storage, { sync: undefined });
    expect(await turn(true)).toMatchObject({ supported: false, on: false });
    expect((await read(followItem)).on).toBe(false);
    Object.assign(fakeBrowser.storage, { sync });
  });
});
