import * as v from 'valibot';
import { browser } from '../browser';
import { bareCode, type InviteCode } from '../invite-link';
import { type Presence, presenceKey } from '../page/presence';

/** What one frame of a page says of itself. A page's process may say anything. */
interface FrameSeen {
  readonly frameId: number;
  readonly watching: boolean;
  readonly codes: readonly InviteCode[];
}

const mostCodes = 5_000;
const key = presenceKey.description ?? '';
const seenShape = v.object({ watching: v.boolean(), codes: v.array(v.string()) });

/** All frames of a tab, in order; undefined where the browser lets nobody in. */
export async function framesOf(tabId: number): Promise<readonly FrameSeen[] | undefined> {
  const script = { target: { tabId, allFrames: true }, injectImmediately: true, func: tell, args: [key] as [string] };
  const results = await browser.scripting.executeScript(script).catch(() => undefined);
  return results?.map(({ frameId, result }) => {
    const seen = v.safeParse(seenShape, result);
    if (!seen.success) return { frameId, watching: false, codes: [] };
    const { watching, codes } = seen.output;
    return { frameId, watching, codes: codes.slice(0, mostCodes).flatMap((code) => bareCode(code) ?? []) };
  });
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

function tell(name: string): Pick<Presence, 'watching' | 'codes'> | undefined {
  const presence: Presence | undefined = Reflect.get(globalThis, Symbol.for(name));
  return presence && { watching: presence.watching, codes: [...presence.codes] };
}

function stop(name: string): void {
  const presence: Presence | undefined = Reflect.get(globalThis, Symbol.for(name));
  presence?.stop();
}
