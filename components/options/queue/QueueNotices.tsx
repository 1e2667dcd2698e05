import type { QueueView } from '../../../utils/over-time/model';
import { moment } from '../../../utils/times';
import { troubleWords } from '../../../utils/wording';
import { say } from '../../../utils/words';
import { useNow } from '../../invite/use-now';
import { Notice, TroubleNotice } from '../../ui/Notice';
import { clockOf } from './queue-words';

/** Why a queue has stopped, with its clock, or what it waits for. */
export function QueueNotices({ view: { state, stop, waits } }: { readonly view: QueueView }) {
  if (state === 'stopped' && stop) return <Stopped stop={stop} />;
  if (waits && state === 'running') {
    return (
      <Notice tone="heed" title={troubleWords(waits).what}>
        {say(waits.kind === 'vault-locked' ? 'queueWaitsLocked' : 'queueWaits')}
      </Notice>
    );
  }
  return waits && state === 'paused' ? <TroubleNotice trouble={waits} /> : null;
}

function Stopped({ stop: { until, trouble } }: { readonly stop: NonNullable<QueueView['stop']> }) {
  const now = useNow(until);
  const leftMs = until - now;
  const { what, detail } = troubleWords(trouble);
  return (
    <Notice tone="trouble" title={what}>
      {leftMs > 0 ? (
        <>
          {say('queueStopped', moment(until))}{' '}
          <span class="clock" role="timer">
            {say('queueStoppedClock', clockOf(leftMs))}
          </span>
          <span class="queue-advice">{say('queueStoppedNext')}</span>
        </>
      ) : (
        say('queueStoppedOver')
      )}
      {detail && <bdi class="said">{detail}</bdi>}
    </Notice>
  );
}
