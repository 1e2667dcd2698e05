import type { Envelope } from './envelope';

type PageNotice = 'page.noticed' | 'page.found' | 'page.reached';

interface Runtime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<Envelope | undefined>;
}

// Not the polyfill: it would be the larger part of a script that goes into every page. Nor is it asked for before it is
// needed: that alone costs a page more than all the rest.
const runtime = (): Runtime | undefined => Reflect.get(globalThis, 'chrome')?.runtime;

/** Whether the extension that this script belongs to is still there; an update or a removal leaves scripts behind. */
export function isOrphan(): boolean {
  return !runtime()?.id;
}

/** Version of the extension that this script belongs to; from the build, for the browser takes its time to tell. */
export const ownVersion: string = import.meta.env.LATCHKEY_VERSION;

/**
 * Tells the background something that has no answer. `refused` where Latchkey may not look at this site any more. It is
 * all that the smallest of the scripts needs.
 */
export async function tellFromPage(question: PageNotice): Promise<'heard' | 'refused' | 'unheard'> {
  const envelope = await sentFromPage({ question });
  if (!envelope) return 'unheard';
  // On its way through Chromium an answer that is nothing loses its name.
  if (!('trouble' in envelope)) return 'heard';
  return envelope.trouble.kind === 'not-allowed' ? 'refused' : 'unheard';
}

/** The background's answer as it came; nothing where nobody answers. */
export async function sentFromPage(message: object): Promise<Envelope | undefined> {
  return runtime()
    ?.sendMessage(message)
    .catch(() => undefined);
}
