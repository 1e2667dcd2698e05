import { describe } from 'vitest';
// Here, and not first by a scene: what it clears away at the end is that of the whole act.
import '../stage.ts';

const acts = 4;

/**
 * Plays a share of all scene files as one, so that they share one browser: starting one costs more than most scenes.
 * By itself a scene file is played as ever.
 */
export function act(nth: number): void {
  const files = Object.entries(import.meta.glob('../*.scene.ts'));
  for (const [file, play] of files.filter((_, place) => place % acts === nth)) {
    describe(file, async () => void (await play()));
  }
}
