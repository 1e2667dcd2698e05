import { dayName, week } from '../../../utils/over-time/rhythm-words';
import { say } from '../../../utils/words';
import { IconButton } from '../../ui/IconButton';
import { Chooser } from '../record/Chooser';
import { NumberField } from './NumberField';
import type { RhythmDraft } from './rhythm-draft';
import { TimeField } from './TimeField';

interface FieldsProps {
  readonly draft: RhythmDraft;
  readonly change: (part: Partial<RhythmDraft>) => void;
}

/** Every so many hours or days, from a time on. */
export function EveryFields({ draft, change }: FieldsProps) {
  return (
    <div class="fields">
      <NumberField
        label={say('rhythmEvery')}
        value={draft.count}
        least={1}
        most={draft.unit === 'days' ? 366 : 8_784}
        saves="typed"
        onNumber={(count) => change({ count })}
        unit={
          <Chooser
            label={say('rhythmUnit')}
            chosen={draft.unit}
            onChoose={(unit) => change({ unit, count: Math.min(draft.count, unit === 'days' ? 366 : 8_784) })}
            options={[
              ['hours', say('rhythmHours')],
              ['days', say('rhythmDays')],
            ]}
          />
        }
      />
      <TimeField
        label={say('rhythmFrom')}
        kind="datetime-local"
        value={draft.from}
        onValue={(from) => change({ from })}
      />
    </div>
  );
}

const mostTimes = 24;

/** On some days of the week, at some times of day. */
export function SetTimes({ draft, change }: FieldsProps) {
  const { days, times } = draft;
  const toggle = (day: number) =>
    change({ days: days.includes(day) ? days.filter((one) => one !== day) : [...days, day] });
  const set = (place: number, time: string) => change({ times: times.with(place, time) });
  return (
    <>
      <fieldset class="week">
        <legend>{say('rhythmOn')}</legend>
        {week.map((day) => (
          <label key={day} class="week-day">
            <input
              type="checkbox"
              aria-label={dayName(day, 'long')}
              checked={days.includes(day)}
              onChange={() => toggle(day)}
            />
            <span aria-hidden="true">{dayName(day)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="set-times">
        <legend>{say('rhythmAt')}</legend>
        {times.map((time, place) => (
          <span key={place} class="row">
            <TimeField
              label={say('rhythmTimeNth', place + 1)}
              unseen
              kind="time"
              value={time}
              onValue={(next) => set(place, next)}
            />
            {times.length > 1 && (
              <button
                type="button"
                class="button quiet"
                aria-label={say('rhythmTimeRemove', place + 1)}
                onClick={() => change({ times: times.toSpliced(place, 1) })}
              >
                <span aria-hidden="true">×</span>
              </button>
            )}
          </span>
        ))}
        {times.length < mostTimes && (
          <IconButton icon="plus" label={say('rhythmTimeAdd')} onClick={() => change({ times: [...times, '14:00'] })} />
        )}
      </fieldset>
    </>
  );
}

/** Once, at a time. */
export function OnceField({ draft, change }: FieldsProps) {
  return (
    <div class="fields">
      <TimeField
        label={say('rhythmOnceAt')}
        kind="datetime-local"
        value={draft.once}
        onValue={(once) => change({ once })}
      />
    </div>
  );
}
