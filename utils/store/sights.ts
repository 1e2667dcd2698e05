import * as v from 'valibot';
import { bareCode, type InviteCode } from '../invite-link';
import type { Sight } from '../model/sight';
import { change, type Item, read } from './items';

/** A sight as it is remembered: without its picture, without what the store knows of ourselves, never an "unknown". */
interface Kept {
  readonly sight: Sight;
  /** Who might have been asked for it, so that whoever comes to be asked besides is not passed over. */
  readonly askable: string;
}

const mostSights = 300;
const mostPictures = 60;
/** In characters, all pictures together: the browser gives ten megabytes for everything of this kind. */
const mostOfPictures = 3_000_000;

const text = v.string();
const code = v.custom<InviteCode>((value) => typeof value === 'string' && bareCode(value) !== undefined);

const sightShape: v.GenericSchema<unknown, Sight> = v.object({
  code,
  verdict: v.picklist(['live', 'approval', 'full', 'retired', 'invalid']),
  sources: v.array(v.picklist(['gateway', 'page'])),
  seenAt: v.number(),
  id: v.exactOptional(text),
  name: v.exactOptional(text),
  description: v.exactOptional(text),
  size: v.exactOptional(v.object({ count: v.number(), atLeast: v.boolean() })),
  kind: v.exactOptional(v.picklist(['group', 'community', 'announcements', 'subgroup'])),
  parent: v.exactOptional(text),
  createdAt: v.exactOptional(v.number()),
});

/** What was seen behind links, newest first. Lives while the browser runs. */
export const sightsItem: Item<Kept[]> = {
  key: 'sights',
  shape: v.array(v.object({ sight: sightShape, askable: text })),
  fallback: [],
  area: 'session',
  steps: [],
};

/** The pictures of the newest of them, newest first. */
export const picturesItem: Item<{ code: InviteCode; picture: string }[]> = {
  key: 'pictures',
  shape: v.array(v.object({ code, picture: v.pipe(text, v.startsWith('data:image/')) })),
  fallback: [],
  area: 'session',
  steps: [],
};

/** What is remembered of these codes. */
export async function remembered(codes: readonly InviteCode[]): Promise<ReadonlyMap<InviteCode, Kept>> {
  const [sights, pictures] = await Promise.all([read(sightsItem), read(picturesItem)]);
  const wanted = new Set(codes);
  const seen = new Map(pictures.map(({ code, picture }) => [code, picture]));
  const found = sights.filter(({ sight }) => wanted.has(sight.code));
  return new Map(
    found.map(({ sight, askable }) => {
      const picture = seen.get(sight.code);
      return [sight.code, { sight: picture === undefined ? sight : { ...sight, picture }, askable }];
    }),
  );
}

/** Remembers a sight; the oldest make room. What nobody could tell is nothing to remember. */
export async function remember({ picture, own: _, ...sight }: Sight, askable: string): Promise<void> {
  if (sight.verdict === 'unknown') return;
  await change(sightsItem, (all) => [{ sight, askable }, ...all.filter(other(sight.code))].slice(0, mostSights));
  const had = await read(picturesItem);
  if (picture === undefined && !had.some((one) => one.code === sight.code)) return;
  await change(picturesItem, (all) => {
    const others = all.filter(({ code }) => code !== sight.code);
    return fitting(picture === undefined ? others : [{ code: sight.code, picture }, ...others]);
  });
}

/** Forgets what was seen behind codes of a kind. */
export async function forgetSights(codes: RegExp): Promise<void> {
  await change(sightsItem, (all) => all.filter(({ sight }) => !codes.test(sight.code)));
}

const other = (code: InviteCode) => (kept: Kept) => kept.sight.code !== code;

function fitting<One extends { readonly picture: string }>(all: readonly One[]): One[] {
  let size = 0;
  return all.slice(0, mostPictures).filter(({ picture }) => {
    size += picture.length;
    return size <= mostOfPictures;
  });
}
