import type { Verdict as VerdictKind } from '../../utils/model/sight';
import { verdictSigns, verdictWords } from '../../utils/verdict-words';
import { VerdictMark } from './VerdictMark';

/** Any verdict there is. */
export function Verdict({ kind }: { readonly kind: VerdictKind }) {
  return <VerdictMark kind={kind} sign={verdictSigns[kind]} words={verdictWords(kind)} />;
}
