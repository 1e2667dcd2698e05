import * as v from 'valibot';
import { browser } from '../browser';
import { bareCode, type InviteCode } from '../invite-link';
import { type Presence, presenceKey } from '../page/presence';

/** What one frame of a page says of itself. A page's process may say anything. */
interface FrameSeen {
  readonly frameId: number;
  readonly watching: boolean;
  readonly codes: readonly InviteCode[];
  /** Whether the reader is needed there. */
  readonly puzzled: boolean;
}

const mostCodes = 5_000;
const key = presenceKey.description ?? '';
const seenShape = v.object({ watching: v.boolean(), codes: v.array(v.string()), puzzled: v.boolean() });

type Order = 'in order' | 'in no order';

/** All frames of a tab, in order; undefined where the browser lets nobody in. */
export async function framesOf(tabId: number, order: Order): Promise<readonly FrameSeen[] | undefined> {
  const args: [string, boolean] = [key, order === 'in order'];
  const script = { target: { tabId, allFrames: true }, injectImmediately: true, func: tell, args };
  const results = await browser.scripting.executeScript(script).catch(() => undefined);
  return results?.map(({ frameId, result }) => {
    const seen = v.safeParse(seenShape, result);
    if (!seen.success) return { frameId, watching: false, codes: [], puzzled: false };
    const { watching, codes, puzzled } = seen.output;
    return { frameId, watching, puzzled, codes: codes.slice(0, mostCodes).flatMap((code) => bareCode(code) ?? []) };
  });
}

/** The same, once the reader has been brought where somebody needs it. */
export async function framesRead(tabId: number, order: Order): Promise<readonly FrameSeen[] | undefined> {
  const frames = await framesOf(tabId, order);
  const frameIds = frames?.flatMap(({ puzzled, frameId }) => (puzzled ? frameId : [])) ?? [];
  if (frameIds.length === 0) return frames;
  await bringReader({ tabId, frameIds });
  return framesOf(tabId, order);
}

/** Reads for a finder, or looks over a page that nobody watches. */
export async function bringReader(target: { readonly tabId: number; readonly frameIds: number[] }): Promise<void> {
  const script = { target, injectImmediately: true, files: ['/reader.js' as const] };
  await browser.scripting.executeScript(script).catch(() => {});
}

/** The invites of a page, each once. */
export function codesOf(frames: readonly FrameSeen[] = []): readonly InviteCode[] {
  return [...new Set(frames.flatMap(({ codes }) => codes))];
}

/** Stops what was brought into a tab. */
export async function hushIn(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  await browser.scripting.executeScript({ target, injectImmediately: true, func: stop, args: [key] });
}

// Both are sent into pages as source text, so they lean on nothing outside themselves.

function tell(name: string, inOrder: boolean): Pick<Presence, 'watching' | 'codes' | 'puzzled'> | undefined {
  const presence: Presence | undefined = Reflect.get(globalThis, Symbol.for(name));
  if (!presence) return undefined;
  const { watching, puzzled = false } = presence;
  return { watching, puzzled, codes: [...((!inOrder && presence.known) || presence.codes)] };
}

function stop(name: string): void {
  const presence: Presence | undefined = Reflect.get(globalThis, Symbol.for(name));
  presence?.stop();
}
