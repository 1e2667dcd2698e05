import type { QueueView } from '../../../utils/over-time/model';
import { age } from '../../../utils/times';
import { say } from '../../../utils/words';
import { useNow } from '../../invite/use-now';
import { clockOf } from './queue-words';

const minuteMs = 60_000;

/** How far a queue is, how long the rest takes, and when the next one is joined. */
export function QueueProgress({ view }: { readonly view: QueueView }) {
  const { rows, state, nextAt, leftMs = 0 } = view;
  const done = rows.filter((row) => row.state !== 'waiting' && row.state !== 'working').length;
  const isRunning = state === 'running';
  const now = useNow(isRunning ? nextAt : undefined);
  const nextMs = (nextAt ?? 0) - now;
  return (
    <div class="queue-progress">
      <p role="status">{stateWords(view, done)}</p>
      <progress class="progress" max={rows.length} value={done} aria-label={say('queueTitle')} />
      {isRunning && (
        <p class="small quiet-text">
          {say('queueTimeLeft', age(Math.max(minuteMs, leftMs)))}
          {nextMs > 0 && (
            <>
              {' · '}
              <span class="clock">{say('queueNext', clockOf(nextMs))}</span>
            </>
          )}
        </p>
      )}
    </div>
  );
}

function stateWords({ rows, state }: QueueView, done: number): string {
  if (state === 'running') return say('queueRunning', done, rows.length);
  if (state === 'done') return doneWords(rows);
  if (state === 'paused' && done === 0) return say('queueReady', rows.length);
  return say('progressPaused', done, rows.length);
}

function doneWords(rows: QueueView['rows']): string {
  const count = (...states: readonly string[]) => rows.filter(({ state }) => states.includes(state)).length;
  const rest = count('refused', 'skipped', 'unknown', 'cancelled');
  return say('queueDone', count('joined'), count('asked'), count('already-in'), rest);
}
