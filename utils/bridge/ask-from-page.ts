import { phrase } from '../words';
import type { Envelope } from './envelope';
import type { PageQuestions } from './questions';

type PageNotice = 'page.noticed' | 'page.found' | 'page.reached';

interface Runtime {
  readonly id?: string;
  getManifest(): { readonly version: string };
  sendMessage(message: unknown): Promise<Envelope | undefined>;
}

// Not the polyfill: it would be the larger part of a script that goes into every page.
const runtime = (): Runtime | undefined => Reflect.get(globalThis, 'chrome')?.runtime;

/** Whether the extension that this script belongs to is still there; an update or a removal leaves scripts behind. */
export function isOrphan(): boolean {
  return !runtime()?.id;
}

/** Version of the extension that this script belongs to. */
export function ownVersion(): string {
  return runtime()?.getManifest().version ?? '';
}

/**
 * Tells the background something that has no answer. `refused` where Latchkey may not look at this site any more. It is
 * all that the smallest of the scripts needs.
 */
export async function tellFromPage(question: PageNotice): Promise<'heard' | 'refused' | 'unheard'> {
  const envelope = await sent({ question });
  if (!envelope) return 'unheard';
  // On its way through Chromium an answer that is nothing loses its name.
  if (!('trouble' in envelope)) return 'heard';
  return envelope.trouble.kind === 'not-allowed' ? 'refused' : 'unheard';
}

/** An answer where there is one; or what went wrong: what happened and what to do, in words. */
export interface Told<Answer> {
  readonly answer?: Answer;
  readonly words?: string;
}

/** Asks the background, from a script of ours in somebody's page. Never rejects, also when nobody answers. */
export async function askFromPage<Q extends keyof PageQuestions>(
  question: Q,
  ...asked: Parameters<PageQuestions[Q]>
): Promise<Told<ReturnType<PageQuestions[Q]>>> {
  const envelope = await sent({ question, asked: asked[0] });
  if (envelope && !('trouble' in envelope)) return envelope as { readonly answer: ReturnType<PageQuestions[Q]> };
  return { words: envelope?.trouble.words ?? `${phrase('troubleUnexpected')} ${phrase('troubleUnexpectedNext')}` };
}

async function sent(message: object): Promise<Envelope | undefined> {
  return runtime()
    ?.sendMessage(message)
    .catch(() => undefined);
}
