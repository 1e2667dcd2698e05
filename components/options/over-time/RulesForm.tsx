import type { OverTime } from '../../../utils/over-time/model';
import { everyWords } from '../../../utils/over-time/rhythm-words';
import { say } from '../../../utils/words';
import { Switch } from '../../ui/Switch';
import { Lockable } from '../managed/Lockable';
import { Chooser } from '../record/Chooser';
import { FillNumbers } from './FillField';
import { Freeze } from './Freeze';
import { intervals } from './intervals';
import { NoticeField } from './NoticeField';
import { Notify } from './Notify';
import { NumberField } from './NumberField';
import { TimeField } from './TimeField';
import type { OverTimeNow } from './use-over-time';
import { ZoneField } from './ZoneField';

interface RulesFormProps {
  readonly overTime: OverTimeNow;
  readonly view: OverTime;
}

/** What holds for all groups. Saved as it is changed. */
export function RulesForm({ overTime, view }: RulesFormProps) {
  const { rules } = view;
  const change = overTime.changeRules;
  return (
    <section class="card stack rules" aria-labelledby="over-time-rules">
      <h2 id="over-time-rules">{say('rulesTitle')}</h2>
      <Checks rules={rules} change={change} />
      <Notify rules={rules} change={change} />
      <hr />
      <h3>{say('rulesChanging')}</h3>
      <Lockable by="quietHours">
        <Quiet rules={rules} change={change} />
      </Lockable>
      <Lockable by="freezeDays">
        <Freeze freeze={rules.freeze} onFreeze={(freeze) => void change({ freeze })} />
      </Lockable>
      <Lockable by="coolDownMinutes">
        <NumberField
          label={say('coolDown')}
          hint={say('coolDownHint')}
          unit={say('minutesUnit')}
          value={rules.coolDownMinutes}
          least={10}
          most={10_080}
          onNumber={(coolDownMinutes) => void change({ coolDownMinutes })}
        />
      </Lockable>
      <Lockable by="timeZone">
        <ZoneField rules={rules} zone={view.zone} change={change} />
      </Lockable>
      <hr />
      <h3>{say('rulesFull')}</h3>
      <FillNumbers fill={rules.fill} onFill={(fill) => void change({ fill })} isRule />
      <hr />
      <h3>{say('rulesNotice')}</h3>
      <Lockable by="resetNotice">
        <NoticeField rules={rules} change={change} />
      </Lockable>
    </section>
  );
}

export interface RulePart {
  readonly rules: OverTime['rules'];
  readonly change: OverTimeNow['changeRules'];
}

function Checks({ rules, change }: RulePart) {
  return (
    <>
      <Lockable by="watch">
        <Switch
          label={say('watching')}
          hint={say('watchingHint')}
          on={rules.watching}
          onSwitch={(watching) => void change({ watching })}
        />
      </Lockable>
      {rules.watching && (
        <div class="field inset">
          <span class="label" aria-hidden="true">
            {say('watchingEvery')}
          </span>
          <Lockable by="watchEveryMinutes">
            <Chooser
              label={say('watchingEvery')}
              chosen={String(rules.everyMinutes)}
              onChoose={(minutes) => void change({ everyMinutes: Number(minutes) })}
              options={intervals(rules.everyMinutes).map((minutes) => [String(minutes), everyWords(minutes * 60_000)])}
            />
          </Lockable>
        </div>
      )}
    </>
  );
}

const night = { from: '22:00', to: '07:00' } as const;

function Quiet({ rules, change }: RulePart) {
  const { quiet } = rules;
  // A field that is not whole says nothing yet.
  const set = (part: { readonly from?: string; readonly to?: string }) => {
    if (quiet && !Object.values(part).includes('')) void change({ quiet: { ...quiet, ...part } });
  };
  return (
    <>
      <Switch
        label={say('quiet')}
        hint={say('quietHint')}
        on={quiet !== undefined}
        onSwitch={(on) => void change({ quiet: on ? night : null })}
      />
      {quiet && (
        <div class="fields inset">
          <TimeField label={say('quietFrom')} kind="time" value={quiet.from} onValue={(from) => set({ from })} />
          <TimeField label={say('quietTo')} kind="time" value={quiet.to} onValue={(to) => set({ to })} />
        </div>
      )}
    </>
  );
}
