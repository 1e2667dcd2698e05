import { zoneNamed } from '../../../utils/over-time/zone';
import { say } from '../../../utils/words';
import { Chooser } from '../record/Chooser';
import type { RulePart } from './RulesForm';

/** The zone in which all times of day are meant: the browser's own, or one that somebody chose. */
export function ZoneField({ rules, zone, change }: RulePart & { readonly zone: string }) {
  const own = zoneNamed('');
  const named = new Set([...Intl.supportedValuesOf('timeZone'), ...(rules.zone ? [rules.zone] : [])]);
  return (
    <div class="field">
      <span class="label" aria-hidden="true">
        {say('zone')}
      </span>
      <Chooser
        label={say('zone')}
        chosen={rules.zone}
        onChoose={(next) => void change({ zone: next })}
        options={[['', say('zoneOwn', own)], ...[...named].sort().map((name) => [name, name] as const)]}
      />
      <p class="hint">{say('zoneHint', zone)}</p>
    </div>
  );
}
