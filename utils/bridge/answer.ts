import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { asTrouble, Trouble } from '../trouble';
import type { Envelope } from './ask';
import type { Answer, Asked, OwnQuestion, OwnQuestions } from './questions';

/** One row of the table: what may be handed in, and who does it. */
export interface Row<Q extends OwnQuestion> {
  readonly takes: v.GenericSchema<unknown, Asked<Q>[0]>;
  readonly does: (...asked: Asked<Q>) => Promise<Answer<Q>>;
}

/** Every question our own pages may ask. */
export type OwnTable = { readonly [Q in keyof OwnQuestions]: Row<Q> };

/** Attaches the one listener. Must be called in the first turn of the background. */
export function answer(ours: OwnTable, extension: { readonly id: string; readonly origin: string } = self()): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: unknown) => {
    if (!isOurs(sender, extension)) return undefined;
    return answered(ours, message);
  });
}

function self() {
  return { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };
}

const question = v.object({ question: v.string(), asked: v.optional(v.unknown()) });

/** Answers one message from a page of ours. Never rejects: what goes wrong travels as the facts of a trouble. */
export async function answered(ours: OwnTable, message: unknown): Promise<Envelope> {
  const stayingAwake = setInterval(() => browser.runtime.getPlatformInfo().catch(() => {}), 20_000);
  try {
    return { answer: await looked(ours, message) };
  } catch (caught) {
    return { trouble: asTrouble(caught).facts };
  } finally {
    clearInterval(stayingAwake);
  }
}

function looked(ours: OwnTable, message: unknown): Promise<unknown> {
  const parsed = v.safeParse(question, message);
  if (!parsed.success || !Object.hasOwn(ours, parsed.output.question)) throw new Trouble('not-allowed');
  // Rows differ in what they take; each is handed only what its own parser let through.
  const row = ours[parsed.output.question as OwnQuestion] as unknown as Row<'account.remove'>;
  const asked = v.safeParse(row.takes, parsed.output.asked);
  if (!asked.success) throw new Trouble('not-allowed');
  return row.does(asked.output);
}

const senderShape = v.object({
  id: v.string(),
  origin: v.optional(v.string()),
  url: v.optional(v.string()),
  frameId: v.optional(v.number()),
});

/**
 * Whether a message comes from a top-level page of ours. The id alone says nothing: content scripts share it. The origin
 * cannot be forged by a page's process; the address is looked at only where the browser gives no origin.
 */
export function isOurs(sender: unknown, extension: { readonly id: string; readonly origin: string }): boolean {
  const parsed = v.safeParse(senderShape, sender);
  if (!parsed.success) return false;
  const { id, origin, url, frameId } = parsed.output;
  const from = origin ?? (url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined);
  // Some browsers give "null" as the origin of an extension's address.
  const same = from === extension.origin || (origin === undefined && url?.startsWith(`${extension.origin}/`));
  return id === extension.id && same === true && (frameId ?? 0) === 0;
}
