import { browser } from '../browser';
import { opened } from './envelope';
import type { OwnQuestions } from './questions';

/** Asks the background, from a page of ours. Rejects with a `Trouble`, also when nobody answers. */
export async function ask<Q extends keyof OwnQuestions>(
  question: Q,
  ...asked: Parameters<OwnQuestions[Q]>
): Promise<ReturnType<OwnQuestions[Q]>> {
  const message = { question, asked: asked[0] };
  return opened(await browser.runtime.sendMessage(message).catch(() => undefined)) as ReturnType<OwnQuestions[Q]>;
}
