import { browser } from 'wxt/browser';
import { Trouble, type TroubleFacts } from '../trouble';
import type { Answer, Asked, OwnQuestion } from './questions';

/** What travels back: an answer, or the facts of a trouble. */
export type Envelope = { readonly answer: unknown } | { readonly trouble: TroubleFacts };

/** Asks the background. Rejects with a `Trouble`, also when nobody answers. */
export async function ask<Q extends OwnQuestion>(question: Q, ...asked: Asked<Q>): Promise<Answer<Q>> {
  const message = { question, asked: asked[0] };
  const envelope: Envelope | undefined = await browser.runtime.sendMessage(message).catch(() => undefined);
  if (!envelope) throw new Trouble('unexpected');
  if ('trouble' in envelope) {
    const { kind, ...facts } = envelope.trouble;
    throw new Trouble(kind, facts);
  }
  return envelope.answer as Answer<Q>;
}
