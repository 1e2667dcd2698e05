import type { Finding } from '../../../utils/model/record';
import { moment } from '../../../utils/times';
import { say } from '../../../utils/words';
import { Notice } from '../../ui/Notice';
import { findingWords } from './finding-words';
import type { RecordNow } from './use-record';

/** What was found to be wrong with the record, one sentence each, until somebody has read it. */
export function Health({ state, busy, confirm }: RecordNow) {
  if (!state || state.findings.length === 0) return null;
  const isDamaged = state.health === 'damaged';
  return (
    <Notice
      tone={isDamaged ? 'trouble' : 'heed'}
      title={say(isDamaged ? 'recordDamaged' : 'recordRestored')}
      actions={
        <button type="button" class="button" disabled={busy !== undefined} onClick={confirm}>
          {say('recordHaveRead')}
        </button>
      }
    >
      {say(isDamaged ? 'recordDamagedMeans' : 'recordRestoredMeans')}
      <ul class="findings">
        {state.findings.map((finding) => (
          <One key={`${finding.at} ${finding.part} ${finding.what} ${finding.item ?? ''}`} finding={finding} />
        ))}
      </ul>
    </Notice>
  );
}

function One({ finding }: { readonly finding: Finding }) {
  const { what, next } = findingWords(finding);
  return (
    <li>
      {what} {next} <time class="small quiet-text">{moment(finding.at)}</time>
    </li>
  );
}
