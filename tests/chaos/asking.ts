import type { Tab } from '../../sandbox/browser/tab.ts';

/** What comes back to a page of ours; nothing, where the background died over it. */
export interface Envelope {
  readonly answer?: unknown;
  readonly trouble?: { readonly kind: string };
  readonly died?: string;
}

/** Asks as our own faces do, and waits. `tab` shows a page of ours. */
export async function ask<R>(tab: Tab, question: string, asked?: unknown): Promise<R> {
  const envelope = await tab.evaluate(askInPage, { question, asked });
  if (!('answer' in envelope)) throw new Error(`${question}: ${JSON.stringify(envelope)}`);
  return envelope.answer as R;
}

/** Asks after a while, and does not wait: whatever comes is kept under `key`. */
export function askLater(tab: Tab, wish: { key: string; afterMs: number; question: string; asked: unknown }) {
  return tab.evaluate(askLaterInPage, wish);
}

export interface Call {
  readonly asked: number;
  readonly ended: number;
  readonly envelope: Envelope;
}

/** How it ended; nothing where the page that asked is no more. Nobody is left waiting for ever. */
export async function cameBack(tab: Tab, key: string): Promise<Call | undefined> {
  const look = () => tab.evaluate(cameBackInPage, key);
  if (!(await look())) return undefined;
  return tab.until('an end of what was asked', async () => ((await look())?.ended ? look() : undefined), 60_000);
}

function askInPage(message: { question: string; asked: unknown }): Promise<Envelope> {
  const { runtime } = Reflect.get(globalThis, 'chrome');
  return runtime.sendMessage(message).then(
    (envelope: Envelope) => envelope ?? { died: 'no answer' },
    (error: unknown) => ({ died: String(error) }),
  );
}

function askLaterInPage({ key, afterMs, ...message }: { key: string; afterMs: number }): void {
  const all = Reflect.get(globalThis, 'cameBack') ?? {};
  Reflect.set(globalThis, 'cameBack', all);
  all[key] = {};
  const { runtime } = Reflect.get(globalThis, 'chrome');
  setTimeout(() => {
    all[key].asked = Date.now();
    const keep = (envelope: Envelope) => Object.assign(all[key], { envelope, ended: Date.now() });
    runtime.sendMessage(message).then(
      (envelope: Envelope | undefined) => keep(envelope ?? { died: 'no answer' }),
      (error: unknown) => keep({ died: String(error) }),
    );
  }, afterMs);
}

function cameBackInPage(key: string): Call | undefined {
  return Reflect.get(globalThis, 'cameBack')?.[key];
}
