import { say } from '../words';
import type { HandoutWords } from './shapes';

/** The sentences that go out with an invite, in the browser's language. */
export function handoutWords(): HandoutWords {
  return {
    join: (name) => say('joinGroup', name),
    joinAt: (name, link) => say('joinGroupAt', name, link),
    unnamed: say('unnamedGroup'),
  };
}
