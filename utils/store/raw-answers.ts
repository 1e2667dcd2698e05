import type { Writing } from './database';

const mostAnswers = 100;
const mostCharacters = 65_536;

/** Keeps what a gateway answered to a revocation, secrets taken out before; the oldest make room. */
export async function keepAnswer(transaction: Writing, id: string, { at, raw }: { at: number; raw: string }) {
  const answers = transaction.objectStore('answers');
  await answers.put({ id, at, text: raw.slice(0, mostCharacters) });
  const over = (await answers.count()) - mostAnswers;
  if (over <= 0) return;
  const oldest = await answers.index('at').getAllKeys(null, over);
  await Promise.all(oldest.map((key) => answers.delete(key)));
}
