import type { Sight } from '../../utils/model/sight';
import { meaningOf } from '../../utils/sight-words';
import { verdictWords } from '../../utils/verdict-words';
import { announce } from './Announcer';
import { verdictShown } from './invites-list/chosen';
import { nameOf } from './sight-name';

/** Says what a look inside has found: whose invite it is, how it stands, and what that means. */
export function announceSight(sight: Sight): void {
  const verdict = verdictShown(sight) ?? sight.verdict;
  announce([nameOf(sight.code, sight), verdictWords(verdict), meaningOf({ ...sight, verdict })].join(' · '));
}
