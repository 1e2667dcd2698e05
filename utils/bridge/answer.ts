import type { GenericSchema } from 'valibot';
import { browser } from '../browser';
import { asTrouble, Trouble, type TroubleFacts } from '../trouble';
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
  readonly takes: GenericSchema<unknown, Asked[0]>;
  readonly does: (...asked: Asked) => Promise<Given>;
}

type OwnRow<Q extends keyof OwnQuestions> = Row<Parameters<OwnQuestions[Q]>, ReturnType<OwnQuestions[Q]>>;
type PageRow<Q extends keyof PageQuestions> = Row<
  [asked: Parameters<PageQuestions[Q]>[0], from: Asker],
  ReturnType<PageQuestions[Q]>
>;

type OwnTable = { readonly [Q in keyof OwnQuestions]: OwnRow<Q> };
type PageTable = { readonly [Q in keyof PageQuestions]: PageRow<Q> };

/** What a question is about: `account` of `account.save`. */
type Noun<Question> = Question extends `${infer Name}.${string}` ? Name : never;
type OwnNoun = Noun<keyof OwnQuestions>;
type PageNoun = Noun<keyof PageQuestions>;

/** Every question about some nouns that our own pages may ask. */
export type OwnRows<About extends OwnNoun> = Pick<OwnTable, Extract<keyof OwnTable, `${About}.${string}`>>;
/** Every question about some nouns that a script of ours in somebody's page may ask. */
export type PageRows<About extends PageNoun> = Pick<PageTable, Extract<keyof PageTable, `${About}.${string}`>>;

/** A way to the rows about one noun. They are fetched when somebody asks. */
type Door<Rows> = () => Promise<{ readonly rows: Rows }>;
/** All that our own pages may ask. */
export type OwnDoors = { readonly [About in OwnNoun]: Door<OwnRows<About>> };
/** All that a script of ours in somebody's page may ask. */
export type PageDoors = { readonly [About in PageNoun]: Door<PageRows<About>> };

interface Doors {
  readonly pages: PageDoors;
  readonly ours: OwnDoors;
}

interface Extension {
  readonly id: string;
  readonly origin: string;
}

/**
 * Attaches the one listener. Must be called in the first turn of the background. `troubled` hears of what our own pages were
 * refused.
 */
export function answer(
  { pages, ours }: Doors,
  extension: Extension = self(),
  troubled: (question: unknown, trouble: TroubleFacts) => void = () => {},
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: unknown, give: (envelope: Envelope) => void) => {
    const isOwn = isOurs(sender, extension);
    const from = isOwn ? undefined : pageOf(sender, extension);
    if (!from && !isOwn) return undefined;
    answered(from ? pages : ours, message, from).then((envelope) => {
      give(envelope);
      if (!from && 'trouble' in envelope) troubled(fieldsOf(message).question, envelope.trouble);
    });
    // The answer comes later. Older Chromium takes no promise here.
    return true;
  });
}

/** Who we are, as the browser says it of a sender. */
export function self(): Extension {
  own ??= { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };
  return own;
}

let own: Extension | undefined;

/** Answers one message. Never rejects: what goes wrong travels as the facts of a trouble. */
export async function answered(doors: OwnDoors | PageDoors, message: unknown, from?: Asker): Promise<Envelope> {
  try {
    return { answer: await awake(async () => looked(doors, message, from)) };
  } catch (caught) {
    return { trouble: asTrouble(caught).facts };
  }
}

async function looked(doors: OwnDoors | PageDoors, message: unknown, from: Asker | undefined): Promise<unknown> {
  const { question, asked } = fieldsOf(message);
  const noun = String(question).split('.', 1)[0] ?? '';
  if (typeof question !== 'string' || !Object.hasOwn(doors, noun)) throw new Trouble('not-allowed');
  const door: Door<object> = Reflect.get(doors, noun);
  const { rows } = await door();
  if (!Object.hasOwn(rows, question)) throw new Trouble('not-allowed');
  // Rows differ in what they take; each is handed only what its own parser let through.
  const row: Row<[asked: unknown, from?: Asker], unknown> = Reflect.get(rows, question);
  const taken = await row.takes['~standard'].validate(asked);
  if (taken.issues) throw new Trouble('not-allowed');
  return row.does(taken.value, from);
}

/** What a value that may be anything says of itself, field by field. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What a browser tells of a sender. */
interface Sender {
  readonly id: string;
  readonly origin: string | undefined;
  readonly url: string | undefined;
  readonly frameId: number | undefined;
  readonly documentId: string | undefined;
  readonly tab: { readonly id: number | undefined; readonly url: string | undefined } | undefined;
}

/** Undefined for a sender of another shape. */
function senderIn(value: unknown): Sender | undefined {
  const { id, origin, url, frameId, documentId, tab } = fieldsOf(value);
  const inTab = fieldsOf(tab);
  const texts = [origin, url, documentId, inTab.url];
  const isWellFormed =
    typeof id === 'string' &&
    texts.every((text) => text === undefined || typeof text === 'string') &&
    [frameId, inTab.id].every((number) => number === undefined || typeof number === 'number') &&
    (tab === undefined || isObject(tab));
  return isWellFormed ? (value as Sender) : undefined;
}

/**
 * Whether a message comes from a top-level page of ours. The id alone says nothing: content scripts share it. The origin
 * cannot be forged by a page's process; the address is looked at only where the browser gives no origin.
 */
export function isOurs(sender: unknown, extension: Extension): boolean {
  const known = senderIn(sender);
  if (!known) return false;
  const { id, origin, url, frameId } = known;
  const from = origin ?? (url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined);
  // Some browsers give "null" as the origin of an extension's address.
  const same = from === extension.origin || (origin === undefined && url?.startsWith(`${extension.origin}/`));
  return id === extension.id && same === true && (frameId ?? 0) === 0;
}

/** The page that a script of ours asks from; undefined for everybody else, our own framed pages among them. */
export function pageOf(sender: unknown, extension: Extension): Asker | undefined {
  const known = senderIn(sender);
  if (known?.id !== extension.id) return undefined;
  const { origin, url, frameId, documentId, tab } = known;
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
