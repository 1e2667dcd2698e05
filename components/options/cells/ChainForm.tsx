import { useEffect, useRef, useState } from 'preact/hooks';
import type { Overview } from '../../../utils/model/overview';
import type { Chain } from '../../../utils/over-time/model';
import { say } from '../../../utils/words';
import { announce } from '../../ui/Announcer';
import { Field } from '../../ui/Field';
import { TroubleNotice } from '../../ui/Notice';
import { Switch } from '../../ui/Switch';
import { useAsking } from '../../ui/use-ask';
import { GroupSearch } from '../GroupSearch';
import { FillNumbers, launch } from '../over-time/FillField';
import { useKnownGroups } from '../use-known-groups';
import { type ChainFaults, faultsIn } from './chain-draft';
import { OrderedGroups } from './OrderedGroups';

interface ChainFormProps {
  readonly start: Chain;
  /** Names of its groups, as far as they were known. */
  readonly names: ReadonlyMap<string, string>;
  readonly overview: Overview;
}

/** A name for some groups, their order, and how far each is filled. Goes back to the list when it is kept. */
export function ChainForm({ start, names, overview }: ChainFormProps) {
  const [chain, setChain] = useState(start);
  const [shown, setShown] = useState<ChainFaults>({});
  const form = useRef<HTMLFormElement>(null);
  const saving = useAsking('cell.save');
  const groups = useKnownGroups(overview);
  const { fill: ownFill, ...rest } = chain;
  const set = (part: Partial<Chain>) => {
    setChain({ ...chain, ...part });
    setShown({});
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const faults = faultsIn(chain);
    setShown(faults);
    if (Object.keys(faults).length > 0) return;
    const name = chain.name.trim();
    if (await saving.ask({ ...chain, name })) {
      announce(say('chainSaved', name));
      location.hash = 'cells';
    }
  };
  // Once the fault stands at its field.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [shown]);
  return (
    <form ref={form} class="card stack chain-form" onSubmit={save} noValidate>
      <Field
        label={say('chainName')}
        hint={say('chainNameHint')}
        value={chain.name}
        onValue={(name) => set({ name })}
        error={shown.name && say(shown.name)}
        input={{ maxLength: 120, placeholder: say('chainNameExample') }}
      />
      <GroupSearch
        label={say('chainGroups')}
        hint={say('chainGroupsHint')}
        groups={groups}
        accounts={overview.accounts}
        without={chain.groups}
        error={shown.groups && say(shown.groups)}
        onPick={({ group }) => set({ groups: [...chain.groups, group.id] })}
      />
      <OrderedGroups
        groups={chain.groups}
        nameOf={(group) => groups.nameOf(group) || (names.get(group) ?? '')}
        onGroups={(next) => set({ groups: next })}
      />
      <Switch
        label={say('chainOwnFill')}
        hint={say('chainOwnFillHint')}
        on={ownFill !== undefined}
        onSwitch={(on) => setChain(on ? { ...chain, fill: launch } : rest)}
      />
      {ownFill && <FillNumbers fill={ownFill} onFill={(fill) => set({ fill })} />}
      {saving.now.mood === 'troubled' && <TroubleNotice trouble={saving.now.trouble} />}
      <div class="row buttons">
        <button type="submit" class="button primary" disabled={saving.now.mood === 'waiting'}>
          {say('chainSave')}
        </button>
        <a class="button" href="#cells">
          {say('cancel')}
        </a>
      </div>
    </form>
  );
}
