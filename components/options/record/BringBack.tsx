import { useRef, useState } from 'preact/hooks';
import type { SavedRecord } from '../../../utils/model';
import { day } from '../../../utils/times';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';
import { say, sayCount } from '../../../utils/words';
import { Notice, type Tone, TroubleNotice } from '../../ui/Notice';
import { ask } from '../../ui/use-ask';
import { portions, savedRecord } from './saved-record';

interface Sum {
  readonly added: number;
  readonly known: number;
  readonly refused: number;
}

type Stage =
  | { readonly at: 'rest' }
  | { readonly at: 'chosen'; readonly saved: SavedRecord }
  | { readonly at: 'adding'; readonly done: number; readonly of: number }
  | { readonly at: 'added'; readonly sum: Sum }
  | { readonly at: 'troubled'; readonly trouble: TroubleFacts; readonly sum?: Sum };

/** Brings back a saved record: what it holds is shown first, then what is not known yet is added. */
export function BringBack({ onAdded }: { readonly onAdded: () => void }) {
  const [stage, setStage] = useState<Stage>({ at: 'rest' });
  const field = useRef<HTMLInputElement>(null);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const read = await file.text().then(savedRecord).catch(asTrouble);
    setStage('lineage' in read ? { at: 'chosen', saved: read } : { at: 'troubled', trouble: read.facts });
  };
  const add = async (saved: SavedRecord) => {
    const end = await added(saved, (done, of) => setStage({ at: 'adding', done, of }));
    setStage(end);
    onAdded();
  };
  return (
    <>
      <button type="button" class="button" disabled={stage.at === 'adding'} onClick={() => field.current?.click()}>
        {say('recordBringBack')}
      </button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say('recordBringBack')}
        onChange={({ currentTarget }) => {
          choose(currentTarget.files?.[0]);
          // So that the same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      {stage.at !== 'rest' && <Told stage={stage} onYes={add} onNo={() => setStage({ at: 'rest' })} />}
    </>
  );
}

async function added(saved: SavedRecord, tell: (done: number, of: number) => void): Promise<Stage> {
  const of = saved.lineage.length + saved.ledger.length;
  let [sum, done]: [Sum, number] = [{ added: 0, known: 0, refused: 0 }, 0];
  tell(done, of);
  try {
    for (const portion of portions(saved)) {
      const one = await ask('record.add', portion);
      sum = { added: sum.added + one.added, known: sum.known + one.known, refused: sum.refused + one.refused };
      done += portion.lineage.length + portion.ledger.length;
      tell(done, of);
    }
  } catch (caught) {
    return { at: 'troubled', trouble: asTrouble(caught).facts, sum };
  }
  return { at: 'added', sum };
}

interface ToldProps {
  readonly stage: Exclude<Stage, { at: 'rest' }>;
  readonly onYes: (saved: SavedRecord) => void;
  readonly onNo: () => void;
}

function Told({ stage, onYes, onNo }: ToldProps) {
  if (stage.at === 'chosen') return <Asked saved={stage.saved} {...{ onYes, onNo }} />;
  if (stage.at === 'adding') {
    return (
      <div class="bring-back" role="status">
        {say('recordBringing', stage.done, stage.of)}
        <progress
          class="progress"
          value={stage.done}
          max={stage.of}
          aria-label={say('recordBringing', stage.done, stage.of)}
        />
      </div>
    );
  }
  return (
    <div class="bring-back stack">
      {stage.at === 'troubled' && <TroubleNotice trouble={stage.trouble} />}
      {stage.sum && <Notice tone={toneOf(stage.sum)}>{sumWords(stage.sum)}</Notice>}
    </div>
  );
}

function Asked({ saved, onYes, onNo }: { readonly saved: SavedRecord } & Pick<ToldProps, 'onYes' | 'onNo'>) {
  const { lineage, ledger } = saved;
  const at = Date.parse(saved.saved);
  const holds = [sayCount('recordLinesOfCodes', lineage.length), sayCount('recordLinesOfHandOuts', ledger.length)];
  return (
    <div class="bring-back stack">
      <Notice
        tone="info"
        title={say('recordHolds', holds.join(' · '))}
        actions={
          <>
            <button type="button" class="button primary" onClick={() => onYes(saved)}>
              {say('recordBringYes')}
            </button>
            <button type="button" class="button" onClick={onNo}>
              {say('cancel')}
            </button>
          </>
        }
      >
        {Number.isNaN(at) ? '' : say('recordSavedOn', day(at))} {say('recordBringMeans')}
      </Notice>
    </div>
  );
}

function toneOf({ added, refused }: Sum): Tone {
  return added > 0 && refused === 0 ? 'good' : 'info';
}

function sumWords({ added, known, refused }: Sum): string {
  return [
    sayCount('recordAdded', added),
    ...(known > 0 ? [sayCount('recordKnown', known)] : []),
    ...(refused > 0 ? [sayCount('recordRefused', refused)] : []),
  ].join(' ');
}
