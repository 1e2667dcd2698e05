import { useRef } from 'preact/hooks';
import { age } from '../../utils/times';
import { say } from '../../utils/words';

interface WorkProgressProps {
  /** What is being done. */
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly onCancel: () => void;
}

const minuteMs = 60_000;

/** Work that takes a while: how far it is, how long it will still take, and the way out. */
export function WorkProgress({ label, done, of, onCancel }: WorkProgressProps) {
  const since = useRef(Date.now());
  return (
    <div class="work-progress">
      <div class="row">
        <span class="small">
          {label} {wordsOf({ done, of, tookMs: Date.now() - since.current })}
        </span>
        <button type="button" class="button quiet" onClick={onCancel}>
          {say('cancel')}
        </button>
      </div>
      <progress class="progress" max={of} value={done} aria-label={label} />
    </div>
  );
}

interface Going {
  readonly done: number;
  readonly of: number;
  readonly tookMs: number;
}

function wordsOf({ done, of, tookMs }: Going): string {
  if (done === 0) return say('progressOf', done, of);
  const leftMs = (tookMs / done) * Math.max(0, of - done);
  if (leftMs < minuteMs) return say('progressSoon', done, of);
  return say('progressLeft', done, of, age(Math.ceil(leftMs / minuteMs) * minuteMs));
}
