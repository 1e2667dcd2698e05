import type { OverTime as OverTimeView } from '../../../utils/over-time/model';
import { say } from '../../../utils/words';
import { TroubleNotice } from '../../ui/Notice';
import { SettingStatus } from '../SettingStatus';
import type { SectionProps } from '../section';
import { Title } from '../Title';
import { useKnownGroups } from '../use-known-groups';
import { ActivityLog } from './ActivityLog';
import { AlertList, alertsToShow } from './AlertList';
import { Cares } from './Cares';
import { DueList } from './DueList';
import { dueIn } from './due-in';
import { HeldList, heldIn } from './Held';
import { RulesForm } from './RulesForm';
import { type OverTimeNow, useOverTime } from './use-over-time';

/** What is looked after, what is due, what happened and by which rules; `over-time/GROUP` opens one group. */
export function OverTime({ overview, rest }: SectionProps) {
  const overTime = useOverTime();
  const groups = useKnownGroups(overview);
  const { view, trouble, again, said } = overTime;
  const retry = (
    <button type="button" class="button" onClick={again}>
      {say('tryAgain')}
    </button>
  );
  return (
    <div class="over-time stack">
      <Title>{say('sectionOverTime')}</Title>
      <p class="quiet-text">{say('overTimeWhat')}</p>
      {!view && !trouble && <Coming />}
      {trouble && <TroubleNotice trouble={trouble} actions={retry} />}
      {view && (
        <>
          <ToDecide overTime={overTime} view={view} />
          <Due view={view} />
          <Cares {...{ overTime, view, groups, overview, first: groupIn(rest) }} />
          <RulesForm overTime={overTime} view={view} />
          <ActivityLog view={view} turn={overTime.turn} />
        </>
      )}
      <SettingStatus now={said} />
    </div>
  );
}

/** What waits for a person, and what one should look at: nothing while there is neither. */
function ToDecide({ overTime, view }: { readonly overTime: OverTimeNow; readonly view: OverTimeView }) {
  const [held, alerts] = [heldIn(view), alertsToShow(view)];
  return (
    <>
      {held.length > 0 && (
        <section class="card stack" aria-labelledby="over-time-held">
          <h2 id="over-time-held">{say('heldTitle')}</h2>
          <HeldList {...{ overTime, view, held }} />
        </section>
      )}
      {alerts.length > 0 && (
        <section class="card stack" aria-labelledby="over-time-alerts">
          <h2 id="over-time-alerts">{say('alertsTitle')}</h2>
          <AlertList {...{ overTime, view, alerts }} />
        </section>
      )}
    </>
  );
}

function Due({ view }: { readonly view: OverTimeView }) {
  const due = dueIn(view);
  if (due.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="over-time-due">
      <h2 id="over-time-due">{say('dueTitle')}</h2>
      <DueList {...{ view, due }} />
    </section>
  );
}

function Coming() {
  return (
    <div class="stack" aria-hidden="true">
      <div class="skeleton block" />
      <div class="skeleton block" />
    </div>
  );
}

/** The group that the address names. */
function groupIn(rest: string): string {
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}
