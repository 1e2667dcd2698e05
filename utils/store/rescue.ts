import * as v from 'valibot';
import { bareCode, type InviteCode } from '../invite-link';
import type { RescuedCode } from '../model/record';
import { Trouble } from '../trouble';
import { areaShelf, copy, type Shelf } from './copy';

/** Fixed places, so that finding a free one never means rewriting what lies in another. */
const places = Array.from({ length: 20 }, (_, nth) => `rescued.${nth}`);

const text = v.string();
const code = v.custom<InviteCode>((value) => typeof value === 'string' && bareCode(value) === value);
const shape: v.GenericSchema<unknown, RescuedCode> = v.object({
  ...{ id: text, at: v.number(), account: text, group: text, name: text, code, old: code },
});

/** Keeps a code that the record would not take: on the second copy's side, else where it lives as long as the browser. */
export function keep(rescued: RescuedCode): Promise<void> {
  return alone(async () => {
    for (const shelf of await shelves()) {
      if (await put(shelf, rescued).catch(() => false)) return;
    }
    throw new Trouble('store-failed');
  });
}

/** Codes that are not in the record yet, oldest first. */
export async function all(): Promise<RescuedCode[]> {
  const found = await Promise.all((await shelves()).map((shelf) => lying(shelf).catch(() => [])));
  const byId = new Map(found.flat().map(({ rescued }) => [rescued.id, rescued]));
  return [...byId.values()].toSorted((a, b) => a.at - b.at);
}

/** Lets one go. */
export function release(id: string): Promise<void> {
  return alone(async () => {
    for (const shelf of await shelves()) {
      const mine = (await lying(shelf).catch(() => [])).filter(({ rescued }) => rescued.id === id);
      if (mine.length > 0) await shelf.remove(mine.map(({ place }) => place));
    }
  });
}

async function shelves(): Promise<Shelf[]> {
  return [await copy(), areaShelf('session')];
}

async function put(shelf: Shelf, rescued: RescuedCode): Promise<boolean> {
  const taken = await shelf.get(places);
  const free = places.find((place) => taken[place] === undefined);
  if (!free) return false;
  await shelf.set({ [free]: rescued });
  const kept = v.safeParse(shape, (await shelf.get([free]))[free]);
  return kept.success && kept.output.code === rescued.code;
}

async function lying(shelf: Shelf): Promise<{ readonly place: string; readonly rescued: RescuedCode }[]> {
  return Object.entries(await shelf.get(places)).flatMap(([place, value]) => {
    const read = v.safeParse(shape, value);
    return read.success ? [{ place, rescued: read.output }] : [];
  });
}

function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('rescue', work);
}
