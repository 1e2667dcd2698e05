import { limitOf } from '../../../utils/over-time/fill';
import type { Fill } from '../../../utils/over-time/model';
import { say } from '../../../utils/words';
import { Switch } from '../../ui/Switch';
import { Lockable } from '../managed/Lockable';
import { isSet } from '../managed/managed-by';
import { NumberField } from './NumberField';

/** Launches fill at so many; WhatsApp itself ends at 1,024. */
export const launch: Fill = { ceiling: 350, percent: 100 };
export const roomy: Fill = { ceiling: 1_024, percent: 90 };

interface FillFieldProps {
  /** The group's own; none where the rules' holds. */
  readonly fill: Fill | undefined;
  readonly usual: Fill;
  readonly onFill: (fill: Fill | undefined) => void;
}

/** Where one group counts as full. */
export function FillField({ fill, usual, onFill }: FillFieldProps) {
  return (
    <div class="stack tight">
      <Switch
        label={say('fillOwn')}
        hint={say('fillUsual', limitOf(usual))}
        on={fill !== undefined}
        onSwitch={(on) => onFill(on ? usual : undefined)}
      />
      {fill && <FillNumbers fill={fill} onFill={onFill} />}
    </div>
  );
}

interface FillNumbersProps {
  readonly fill: Fill;
  readonly onFill: (fill: Fill) => void;
  /** Whether it holds for all groups: an administrator may have set that. */
  readonly isRule?: boolean;
}

/** "90 % of 1,024", as two numbers, and what that comes to. */
export function FillNumbers({ fill, onFill, isRule = false }: FillNumbersProps) {
  const { ceiling, percent } = fill;
  const isLocked = isSet('fullAtPercent', 'fullAtMembers') && isRule;
  return (
    <>
      <div class="fields">
        <Lockable by={isRule ? 'fullAtPercent' : []}>
          <NumberField
            label={say('fillPercent')}
            unit="%"
            value={percent}
            least={1}
            most={100}
            onNumber={(next) => onFill({ ceiling, percent: next })}
          />
        </Lockable>
        <Lockable by={isRule ? 'fullAtMembers' : []}>
          <NumberField
            label={say('fillCeiling')}
            unit={say('fillMembers')}
            value={ceiling}
            least={1}
            most={5_000}
            onNumber={(next) => onFill({ ceiling: next, percent })}
          />
        </Lockable>
      </div>
      <p class="row small buttons">
        <span class="quiet-text">{say('fillMeans', limitOf(fill))}</span>
        {!isLocked && <Preset fill={roomy} now={fill} words={say('fillPresetUsual')} onFill={onFill} />}
        {!isLocked && <Preset fill={launch} now={fill} words={say('fillPresetLaunch')} onFill={onFill} />}
      </p>
    </>
  );
}

interface PresetProps {
  readonly fill: Fill;
  readonly now: Fill;
  readonly words: string;
  readonly onFill: (fill: Fill) => void;
}

function Preset({ fill, now, words, onFill }: PresetProps) {
  if (fill.ceiling === now.ceiling && fill.percent === now.percent) return null;
  return (
    <button type="button" class="button quiet" onClick={() => onFill(fill)}>
      {words}
    </button>
  );
}
