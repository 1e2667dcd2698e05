import { phrase } from '../words';
import type { PageQuestions } from './questions';
import { sentFromPage } from './tell-from-page';

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
  const envelope = await sentFromPage({ question, asked: asked[0] });
  if (envelope && !('trouble' in envelope)) return envelope as { readonly answer: ReturnType<PageQuestions[Q]> };
  return { words: envelope?.trouble.words ?? `${phrase('troubleUnexpected')} ${phrase('troubleUnexpectedNext')}` };
}
