import { useState } from 'preact/hooks';
import { fileName } from '../../../utils/handout/file-name';
import { queueCsv, queueJson } from '../../../utils/handout/queue-table';
import type { AccountView } from '../../../utils/model/account';
import type { Settings } from '../../../utils/model/settings';
import type { QueueView } from '../../../utils/over-time/model';
import { say, sayCount } from '../../../utils/words';
import { Menu, menuOf } from '../../ui/Menu';
import { saveFile } from '../../ui/save-file';
import { Lockable } from '../managed/Lockable';
import { Chooser } from '../record/Chooser';
import { QueueNotices } from './QueueNotices';
import { QueueProgress } from './QueueProgress';
import { QueueRows } from './QueueRows';
import type { Queues } from './use-queues';

interface QueueCardProps {
  readonly account: AccountView;
  readonly view: QueueView;
  readonly settings: Settings;
  readonly queues: Queues;
}

/** One account's queue: how far it is, what can be done about it, and what became of each group. */
export function QueueCard({ account, view, settings, queues }: QueueCardProps) {
  const { rows } = view;
  if (rows.length === 0) return null;
  return (
    <div class="stack">
      <QueueNotices view={view} />
      <QueueProgress view={view} />
      <Deeds {...{ account, view, queues }} />
      <Pace {...{ view, settings }} onPace={(perMinute) => void queues.change(account.id, { perMinute })} />
      <QueueRows rows={rows} />
    </div>
  );
}

function Deeds({ account, view, queues }: Omit<QueueCardProps, 'settings'>) {
  const { state, rows, stop } = view;
  const [asking, setAsking] = useState(false);
  const left = rows.filter((row) => row.state === 'waiting').length;
  const isHeld = stop !== undefined && stop.until > Date.now();
  const isBegun = rows.some((row) => row.state !== 'waiting' || row.tries > 0);
  const change = (deed: 'pause' | 'resume' | 'cancel' | 'clear') => void queues.change(account.id, deed);
  const cancel = () => {
    setAsking(false);
    change('cancel');
  };
  return (
    <>
      <div class="row buttons">
        {state === 'running' && (
          <button type="button" class="button primary" onClick={() => change('pause')}>
            {say('pause')}
          </button>
        )}
        {(state === 'paused' || state === 'stopped') && (
          <button type="button" class="button primary" disabled={isHeld} onClick={() => change('resume')}>
            {say(isBegun ? 'queueResume' : 'queueStart')}
          </button>
        )}
        {state !== 'done' && left > 0 && (
          <button type="button" class="button" aria-expanded={asking} onClick={() => setAsking(!asking)}>
            {say('queueCancel')}
          </button>
        )}
        {state === 'done' && (
          <button type="button" class="button" onClick={() => change('clear')}>
            {say('queueClear')}
          </button>
        )}
        <Save {...{ account, view }} />
      </div>
      {asking && (
        <div class="row buttons">
          <span>{sayCount('queueCancelAsk', left)}</span>
          <button type="button" class="button danger" onClick={cancel}>
            {say('queueCancelYes')}
          </button>
          <button type="button" class="button" onClick={() => setAsking(false)}>
            {say('queueCancelNo')}
          </button>
        </div>
      )}
    </>
  );
}

function Save({ account: { name }, view: { rows } }: Pick<QueueCardProps, 'account' | 'view'>) {
  const save = (kind: string) => {
    if (kind !== 'csv' && kind !== 'json') return;
    const text = kind === 'csv' ? queueCsv(rows, name) : queueJson(rows, { account: name, now: Date.now() });
    saveFile([text], kind, fileName(`joins of ${name}`, kind));
  };
  const items = [
    { id: 'csv', label: say('saveCsv') },
    { id: 'json', label: say('saveJson') },
  ];
  return <Menu label={say('queueSave')}>{menuOf(items, save)}</Menu>;
}

interface PaceProps extends Pick<QueueCardProps, 'view' | 'settings'> {
  readonly onPace: (perMinute: number) => void;
}

const paces = ['1', '2', '3', '4', '5'] as const;

function Pace({ view: { perMinute }, settings: { joinsPerMinute }, onPace }: PaceProps) {
  const chosen = paces.find((pace) => pace === String(perMinute)) ?? '1';
  const options = paces.map((pace) => [pace, sayCount('queuePace', Number(pace))] as const);
  return (
    <div class="queue-pace">
      <Lockable by="queuePerMinute">
        <Chooser
          label={say('queuePaceLabel')}
          chosen={chosen}
          onChoose={(pace) => onPace(Number(pace))}
          options={options}
        />
      </Lockable>
      <p class="small quiet-text">
        {perMinute > joinsPerMinute && <b>{sayCount('queuePaceBound', joinsPerMinute)} </b>}
        {say('queuePaceWhy')}
      </p>
    </div>
  );
}
