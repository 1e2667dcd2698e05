import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { JoinPlan, JoinRow, JoinWay } from '../../utils/model/join';
import { say, sayCount } from '../../utils/words';
import { announce } from '../ui/Announcer';
import { accountTitle } from '../ui/account-title';
import { TroubleNotice } from '../ui/Notice';
import { RestingButton } from '../ui/RestingButton';
import { SightHead } from '../ui/SightFacts';
import { useAsking } from '../ui/use-ask';
import { Ending, greetingWords } from './Ending';
import { close, LinkLine, Stand } from './Stand';
import type { Joining } from './use-join';
import { useNow } from './use-now';
import { useRow } from './use-row';

interface JoinEndingProps {
  readonly row: JoinRow;
  readonly plan: JoinPlan;
  readonly joining: Joining;
}

/** What became of a join: live, with the way back while there is one. Closing the window changes nothing. */
export function JoinEnding({ row: first, plan, joining }: JoinEndingProps) {
  const { row, look, looking } = useRow(first);
  const undoing = useAsking('join.undo');
  const now = useNow(row.state === 'joined' ? row.leaveUntil : undefined);
  const words = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => words.current?.focus(), []);
  const leftMs = row.state === 'joined' ? (row.leaveUntil ?? 0) - now : 0;
  // A button that has just gone takes the focus with it.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) words.current?.focus();
  }, [row.state, leftMs > 0]);
  const undo = async () => {
    const left = await undoing.ask(row.id);
    if (left) joining.onRow(left);
  };
  const way = plan.ways.find(({ account }) => account === row.account);
  const running = undoing.now.mood === 'waiting';
  return (
    <Stand
      title={say('windowJoinedTitle')}
      busy={running || looking}
      actions={
        <>
          <button type="button" class="button" onClick={close}>
            {say('windowClose')}
          </button>
          <Next row={row} looking={looking} onLook={look} onAnew={() => joining.anew(row)} />
          {leftMs > 0 && (
            <RestingButton looks="button danger" resting={running} onClick={undo}>
              {say(running ? 'joinLeaving' : 'joinUndo')}
            </RestingButton>
          )}
        </>
      }
    >
      <div class="card stack">
        <SightHead sight={plan.sight} />
        {way && <Through way={way} />}
        <LinkLine code={row.code} />
      </div>
      <div ref={words} tabIndex={-1} class="ending stack">
        {undoing.now.mood === 'troubled' && <TroubleNotice trouble={undoing.now.trouble} />}
        <Ending row={row} />
      </div>
      {leftMs > 0 && <p class="countdown small">{sayCount('joinLeaveWithin', Math.ceil(leftMs / 1000))}</p>}
      <Greeting row={row} leftMs={leftMs} />
    </Stand>
  );
}

function Through({ way }: { readonly way: JoinWay }) {
  return (
    <p class="small quiet-text">
      <bdi>{say('joinedThrough', accountTitle(way))}</bdi>
    </p>
  );
}

function Greeting({ row, leftMs }: { readonly row: JoinRow; readonly leftMs: number }) {
  const { greeting } = row;
  const words = greetingWords(row, leftMs);
  useEffect(() => {
    if (greeting && greeting.state !== 'waiting') announce(words ?? '');
  }, [greeting?.state]);
  if (!greeting || !words) return null;
  return (
    <div class="greeting stack">
      <p class="small">{words}</p>
      <bdi class="small quiet-text said" dir="auto">
        {greeting.text}
      </bdi>
    </div>
  );
}

interface NextProps {
  readonly row: JoinRow;
  readonly looking: boolean;
  readonly onLook: () => void;
  readonly onAnew: () => void;
}

/** What one may do next: look whether it has changed, or go back to the question. */
function Next({ row: { state }, looking, onLook, onAnew }: NextProps) {
  if (state === 'asked' || state === 'unknown')
    return (
      <>
        <button type="button" class="button" onClick={onAnew}>
          {say('joinAnew')}
        </button>
        <RestingButton resting={looking} onClick={onLook}>
          {say(looking ? 'looking' : 'lookAgain')}
        </RestingButton>
      </>
    );
  if (state !== 'refused' && state !== 'left') return null;
  return (
    <button type="button" class="button" onClick={onAnew}>
      {say('joinAnew')}
    </button>
  );
}
