import type { TroubleFacts } from '../../utils/trouble';
import { troubleWords } from '../../utils/wording';
import { say } from '../../utils/words';

/** What stands at a field that is wrong. `value` is what was typed into it. */
export function faultWords(fault: TroubleFacts | undefined, value: string): string | undefined {
  if (!fault) return undefined;
  if (fault.kind === 'bad-field') return say(value.trim() ? 'fieldWrong' : 'fieldMissing');
  const { what, next } = troubleWords(fault);
  return `${what} ${next}`;
}
