import type { Word } from '../../utils/words';

interface Release {
  /** The first two numbers of its version. */
  readonly id: string;
  /** For the popup: a sentence or two. */
  readonly brief: Word;
  /** For About: one line each. */
  readonly points: readonly Word[];
}

/** What each release brought that people notice, newest first. */
export const releases: readonly Release[] = [
  { id: '0.7', brief: 'new07', points: ['new07Languages', 'new07Side', 'new07Keys', 'new07Backup', 'new07Teams'] },
];
