import type { InviteCode } from '../../../utils/invite-link';
import { age } from '../../../utils/times';
import { say, sayCount } from '../../../utils/words';
import { TroubleNotice } from '../Notice';
import { isUnderWay, type LookAll as LookingAll, type RunNow } from './use-look-all';

interface LookAllProps {
  readonly all: LookingAll;
  /** Those that are worth a look. */
  readonly codes: readonly InviteCode[];
}

/** Begins looking inside all of them, and shows how far it is; what stopped it is said in words. */
export function LookAll({ all, codes }: LookAllProps) {
  const { now } = all;
  if (isUnderWay(now)) return <Progress all={all} now={now} />;
  const stopped = now.mood === 'ended' && now.ending.how === 'stopped' ? now.ending.trouble : undefined;
  const button = codes.length > 0 && (
    <button
      type="button"
      class={`button ${stopped ? '' : 'primary'}`}
      title={say('lookInsideAllHint')}
      onClick={() => all.start(codes)}
    >
      {sayCount('lookInsideAll', codes.length)}
    </button>
  );
  return (
    <>
      {stopped && <TroubleNotice trouble={stopped} actions={button} />}
      {now.mood === 'ended' && !stopped && <p class="small quiet-text">{say('lookedInside', now.done, now.of)}</p>}
      {!stopped && button}
    </>
  );
}

function Progress({
  all,
  now,
}: {
  readonly all: LookingAll;
  readonly now: Extract<RunNow, { mood: 'going' | 'held' | 'paused' }>;
}) {
  const isPaused = now.mood === 'paused';
  return (
    <div class="look-all">
      <div class="look-all-words">
        <span class="small">{progressWords(now)}</span>
        <button type="button" class="button quiet" onClick={isPaused ? all.goOn : all.pause}>
          {say(isPaused ? 'goOn' : 'pause')}
        </button>
        <button type="button" class="button quiet" onClick={all.cancel}>
          {say('cancel')}
        </button>
      </div>
      <progress class="progress" max={now.of} value={now.done} aria-label={say('lookingInside')} />
    </div>
  );
}

const minuteMs = 60_000;

function progressWords({ mood, done, of, leftMs }: Extract<RunNow, { mood: 'going' | 'held' | 'paused' }>): string {
  if (mood === 'paused') return say('progressPaused', done, of);
  if (mood === 'held') return say('progressHeld', done, of);
  if (leftMs === undefined) return say('progressOf', done, of);
  if (leftMs < minuteMs) return say('progressSoon', done, of);
  return say('progressLeft', done, of, age(Math.ceil(leftMs / minuteMs) * minuteMs));
}
