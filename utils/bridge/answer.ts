import * as v from 'valibot';
import { browser } from '../browser';
import { asTrouble, Trouble } from '../trouble';
import { awake } from './awake';
import type { Envelope } from './envelope';
import type { OwnQuestions, PageQuestions } from './questions';

/** Who asks from a stranger's page. The browser says so, not the page. */
export interface Asker {
  readonly tab: number;
  readonly frame: number;
  /** Names this very document: another one may stand in the frame by the time an answer comes. */
  readonly document?: string;
  /** Host name of the page in the tab, as the person knows it. */
  readonly host: string;
}

/** One row of a table: what may be handed in, and who does it. */
export interface Row<Asked extends readonly unknown[], Given> {
  readonly takes: v.GenericSchema<unknown, Asked[0]>;
  readonly does: (...asked: Asked) => Promise<Given>;
}

type OwnRow<Q extends keyof OwnQuestions> = Row<Parameters<OwnQuestions[Q]>, ReturnType<OwnQuestions[Q]>>;
type PageRow<Q extends keyof PageQuestions> = Row<
  [asked: Parameters<PageQuestions[Q]>[0], from: Asker],
  ReturnType<PageQuestions[Q]>
>;

/** Every question our own pages may ask. */
export type OwnTable = { readonly [Q in keyof OwnQuestions]: OwnRow<Q> };
/** Every question a script of ours in somebody's page may ask. */
export type PageTable = { readonly [Q in keyof PageQuestions]: PageRow<Q> };

interface Tables {
  readonly pages: PageTable;
  readonly ours: OwnTable;
}

interface Extension {
  readonly id: string;
  readonly origin: string;
}

/** Attaches the one listener. Must be called in the first turn of the background. */
export function answer({ pages, ours }: Tables, extension: Extension = self()): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: unknown, give: (envelope: Envelope) => void) => {
    const from = isOurs(sender, extension) ? undefined : pageOf(sender, extension);
    if (!from && !isOurs(sender, extension)) return undefined;
    answered(from ? pages : ours, message, from).then(give);
    // The answer comes later. Older Chromium takes no promise here.
    return true;
  });
}

function self(): Extension {
  return { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };
}

const question = v.object({ question: v.string(), asked: v.optional(v.unknown()) });

/** Answers one message. Never rejects: what goes wrong travels as the facts of a trouble. */
export async function answered(table: OwnTable | PageTable, message: unknown, from?: Asker): Promise<Envelope> {
  try {
    return { answer: await awake(async () => looked(table, message, from)) };
  } catch (caught) {
    return { trouble: asTrouble(caught).facts };
  }
}

function looked(table: object, message: unknown, from: Asker | undefined): Promise<unknown> {
  const parsed = v.safeParse(question, message);
  if (!parsed.success || !Object.hasOwn(table, parsed.output.question)) throw new Trouble('not-allowed');
  // Rows differ in what they take; each is handed only what its own parser let through.
  const row: Row<[asked: unknown, from?: Asker], unknown> = Reflect.get(table, parsed.output.question);
  const asked = v.safeParse(row.takes, parsed.output.asked);
  if (!asked.success) throw new Trouble('not-allowed');
  return row.does(asked.output, from);
}

const senderShape = v.object({
  id: v.string(),
  origin: v.optional(v.string()),
  url: v.optional(v.string()),
  frameId: v.optional(v.number()),
  documentId: v.optional(v.string()),
  tab: v.optional(v.object({ id: v.optional(v.number()), url: v.optional(v.string()) })),
});

/**
 * Whether a message comes from a top-level page of ours. The id alone says nothing: content scripts share it. The origin
 * cannot be forged by a page's process; the address is looked at only where the browser gives no origin.
 */
export function isOurs(sender: unknown, extension: Extension): boolean {
  const parsed = v.safeParse(senderShape, sender);
  if (!parsed.success) return false;
  const { id, origin, url, frameId } = parsed.output;
  const from = origin ?? (url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined);
  // Some browsers give "null" as the origin of an extension's address.
  const same = from === extension.origin || (origin === undefined && url?.startsWith(`${extension.origin}/`));
  return id === extension.id && same === true && (frameId ?? 0) === 0;
}

/** The page that a script of ours asks from; undefined for everybody else, our own framed pages among them. */
export function pageOf(sender: unknown, extension: Extension): Asker | undefined {
  const parsed = v.safeParse(senderShape, sender);
  if (!parsed.success || parsed.output.id !== extension.id) return undefined;
  const { origin, url, frameId, documentId, tab } = parsed.output;
  if (tab?.id === undefined || frameId === undefined) return undefined;
  const own = [origin, url].some((from) => from === extension.origin || from?.startsWith(`${extension.origin}/`));
  const host = [tab.url, origin, url].map(hostOf).find((found) => found !== undefined);
  if (own || host === undefined) return undefined;
  return { tab: tab.id, frame: frameId, ...(documentId && { document: documentId }), host };
}

function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || !/^(https?|file):/.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).hostname;
}
