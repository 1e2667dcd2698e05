import { useState } from 'preact/hooks';
import { cleanName } from '../../../utils/handout/clean-name';
import { isNameOf } from '../../../utils/handout/name-of';
import type { EntryView, Hold, OverTime } from '../../../utils/over-time/model';
import { rhythmWords } from '../../../utils/over-time/rhythm-words';
import { troubleWords } from '../../../utils/wording';
import { say } from '../../../utils/words';
import { Field } from '../../ui/Field';
import { Unlock } from '../../ui/Unlock';
import { fromNow, momentIn } from '../../ui/zone-times';
import { entryWords, holdWords } from './entry-words';
import type { OverTimeNow } from './use-over-time';

export interface HeldEntry extends EntryView {
  readonly hold: Hold;
}

interface HeldListProps {
  readonly overTime: OverTimeNow;
  readonly view: OverTime;
  readonly held: readonly HeldEntry[];
}

/** Lines of the diary that wait for a person, what has waited longest first. */
export function heldIn({ diary }: OverTime): readonly HeldEntry[] {
  return diary
    .flatMap((entry) => (entry.hold ? [{ ...entry, hold: entry.hold }] : []))
    .toSorted((one, other) => one.hold.since - other.hold.since);
}

export function HeldList({ overTime, view, held }: HeldListProps) {
  return (
    <>
      {held.some(({ hold }) => hold.why === 'locked') && <Unlock onUnlocked={overTime.again} />}
      <ul class="over-time-rows">
        {held.map((entry) => (
          <HeldRow key={entry.id} {...{ overTime, view, entry }} />
        ))}
      </ul>
    </>
  );
}

interface HeldRowProps {
  readonly overTime: OverTimeNow;
  readonly view: OverTime;
  readonly entry: HeldEntry;
}

function HeldRow({ overTime, view, entry }: HeldRowProps) {
  const { hold, trouble, rhythm } = entry;
  const told = trouble && hold.why === 'trouble' ? troubleWords(trouble) : undefined;
  return (
    <li>
      <div class="over-time-words">
        <p>
          <b>{entryWords(entry)}</b>
        </p>
        <p>
          {holdWords(hold, view.zone)} {told && `${told.what} ${told.next}`}
        </p>
        <p class="small quiet-text">
          <time dateTime={new Date(hold.dueAt).toISOString()} title={momentIn(hold.dueAt, view.zone)}>
            {fromNow(hold.dueAt, view.now)}
          </time>
          {rhythm && ` · ${say('heldRhythm', rhythmWords(rhythm, view.zone))}`}
        </p>
      </div>
      {hold.why !== 'locked' && <Answer key={`${hold.why} ${hold.dueAt}`} {...{ overTime, entry }} />}
    </li>
  );
}

/** Yes or no; where the link is on paper, the group's name first. */
function Answer({ overTime, entry }: Omit<HeldRowProps, 'view'>) {
  const [typed, setTyped] = useState('');
  const [asksName, setAsksName] = useState(entry.hold.why === 'printed');
  const [missed, setMissed] = useState(false);
  const group = { id: entry.group ?? '', name: entry.name };
  const isNamed = !asksName || isNameOf(group, typed);
  const isBusy = overTime.busy !== undefined;
  const yes = async (event: Event) => {
    event.preventDefault();
    setMissed(!isNamed);
    if (!isNamed || isBusy) return;
    const trouble = await overTime.confirm(entry.id, asksName ? typed : undefined);
    if (trouble?.kind === 'type-name') setAsksName(true);
  };
  return (
    <form class="stack answer" onSubmit={yes} noValidate>
      {asksName && (
        <Field
          label={say(
            entry.duty === 'end' ? 'retireTypeName' : 'heldTypeName',
            `\u2068${cleanName(group.name) || group.id}\u2069`,
          )}
          value={typed}
          onValue={(text) => {
            setMissed(false);
            setTyped(text);
          }}
          error={missed && !isNamed ? say('retireNotName') : undefined}
        />
      )}
      <div class="row buttons">
        <button type="submit" class="button danger" disabled={isBusy}>
          {say(overTime.busy === entry.id ? 'heldRunning' : yesWord(entry))}
        </button>
        <button type="button" class="button" disabled={isBusy} onClick={() => overTime.skip(entry.id)}>
          {say('heldSkip')}
        </button>
      </div>
    </form>
  );
}

function yesWord({ duty }: EntryView) {
  if (duty === 'watch') return 'checkNow';
  return duty === 'end' ? 'heldRetireNow' : 'heldChangeNow';
}
