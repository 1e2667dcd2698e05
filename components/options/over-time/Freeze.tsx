import { useState } from 'preact/hooks';
import type { Rules } from '../../../utils/over-time/model';
import { language, say } from '../../../utils/words';
import { TimeField } from './TimeField';

interface FreezeProps {
  readonly freeze: Rules['freeze'];
  readonly onFreeze: (freeze: Rules['freeze']) => void;
}

/** Days on which no link is changed, and a way to some more. */
export function Freeze({ freeze, onFreeze }: FreezeProps) {
  return (
    <fieldset class="freeze stack tight">
      <legend>{say('freeze')}</legend>
      <p class="hint small quiet-text">{say('freezeHint')}</p>
      <ul>
        {freeze.map(({ from, to }, place) => {
          const words = spanWords(from, to);
          return (
            <li key={`${from} ${to}`} class="row">
              <span>{words}</span>
              <button type="button" class="button quiet" onClick={() => onFreeze(freeze.toSpliced(place, 1))}>
                {say('siteRemove')}
                <span class="visually-hidden"> {words}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <AddDays freeze={freeze} onFreeze={onFreeze} />
    </fieldset>
  );
}

function AddDays({ freeze, onFreeze }: FreezeProps) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [fault, setFault] = useState<string>();
  const add = () => {
    const last = to || from;
    if (!from || last < from) return setFault(say('freezeFault'));
    const known = freeze.some((one) => one.from === from && one.to === last);
    if (!known) onFreeze([...freeze, { from, to: last }].toSorted((one, other) => (one.from < other.from ? -1 : 1)));
    setFrom('');
    setTo('');
    setFault(undefined);
  };
  return (
    <div class="fields">
      <TimeField label={say('freezeFrom')} kind="date" value={from} onValue={setFrom} fault={fault} />
      <TimeField label={say('freezeTo')} kind="date" value={to} onValue={setTo} />
      <button type="button" class="button" onClick={add}>
        {say('siteAdd')}
        <span class="visually-hidden"> {say('freeze')}</span>
      </button>
    </div>
  );
}

/** Days as they are meant everywhere: "24 – 26 Dec 2026". */
function spanWords(from: string, to: string): string {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' });
  const [first, last] = [Date.parse(from), Date.parse(to)];
  if (Number.isNaN(first) || Number.isNaN(last)) return `${from} – ${to}`;
  return format.formatRange(first, last);
}
