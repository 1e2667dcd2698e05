import { Trouble, type TroubleFacts } from '../trouble';

/** What travels back: an answer, or the facts of a trouble. */
export type Envelope = { readonly answer: unknown } | { readonly trouble: TroubleFacts };

/** What an envelope holds; its trouble is thrown, and so is the want of an envelope. */
export function opened(envelope: Envelope | undefined): unknown {
  if (!envelope) throw new Trouble('unexpected');
  if ('trouble' in envelope) {
    const { kind, ...facts } = envelope.trouble;
    throw new Trouble(kind, facts);
  }
  return envelope.answer;
}
