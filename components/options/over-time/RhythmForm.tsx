import { useState } from 'preact/hooks';
import type { OverTime, Rhythm } from '../../../utils/over-time/model';
import { say } from '../../../utils/words';
import { Choice } from '../Choice';
import { NextTimes } from './NextTimes';
import { EveryFields, OnceField, SetTimes } from './RhythmFields';
import { draftOf, type RhythmDraft, rhythmOf } from './rhythm-draft';

interface RhythmFormProps {
  readonly view: OverTime;
  readonly rhythm: Rhythm | undefined;
  /** Gives whether it was kept. */
  readonly onSave: (rhythm: Rhythm | undefined) => Promise<boolean>;
}

/** When the link is changed by appointment. It is kept by a button of its own: a slip here would end a link. */
export function RhythmForm({ view, rhythm, onSave }: RhythmFormProps) {
  const { zone, now } = view;
  const [first] = useState(() => draftOf(rhythm, now, zone));
  const [draft, setDraft] = useState(first);
  const change = (part: Partial<RhythmDraft>) => setDraft({ ...draft, ...part });
  const next = rhythmOf(draft, zone);
  const isWhole = draft.kind === 'none' || next !== undefined;
  const isNew = JSON.stringify(next) !== JSON.stringify(rhythm);
  const save = (event: Event) => {
    event.preventDefault();
    if (isWhole && isNew) void onSave(next);
  };
  const fields = { draft, change };
  return (
    <form class="rhythm stack" onSubmit={save} noValidate>
      <Choice
        legend={say('rhythmTitle')}
        look="row"
        options={[
          { id: 'none', label: say('rhythmNone') },
          { id: 'every', label: say('rhythmKindEvery') },
          { id: 'at', label: say('rhythmKindAt') },
          { id: 'once', label: say('rhythmKindOnce') },
        ]}
        chosen={draft.kind}
        onChoose={(kind) => change({ kind })}
      />
      {draft.kind === 'every' && <EveryFields {...fields} />}
      {draft.kind === 'at' && <SetTimes {...fields} />}
      {draft.kind === 'once' && <OnceField {...fields} />}
      {draft.kind !== 'none' && <p class="small quiet-text">{say('rhythmZone', zone)}</p>}
      {draft.kind !== 'none' && <NextTimes rhythm={next} view={view} />}
      {isNew && (
        <div class="row buttons">
          <button type="submit" class="button primary" disabled={!isWhole}>
            {say(draft.kind === 'none' ? 'rhythmStop' : 'rhythmSave')}
          </button>
          <button type="button" class="button" onClick={() => setDraft(first)}>
            {say('rhythmBack')}
          </button>
        </div>
      )}
    </form>
  );
}
