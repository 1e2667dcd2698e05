import { useEffect, useRef, useState } from 'preact/hooks';
import type { GroupId } from '../../../utils/model/group';
import type { Overview } from '../../../utils/model/overview';
import { say } from '../../../utils/words';
import { announce } from '../../ui/Announcer';
import { Field } from '../../ui/Field';
import { TroubleNotice } from '../../ui/Notice';
import { useAsking } from '../../ui/use-ask';
import { Choice } from '../Choice';
import { ChosenGroups } from '../ChosenGroups';
import { GroupSearch } from '../GroupSearch';
import { MayRetire } from '../managed/MayRetire';
import { TimeField } from '../over-time/TimeField';
import { type KnownGroups, useKnownGroups } from '../use-known-groups';
import { type CampaignDraft, type CampaignFaults, campaignOf, faultsIn, withGroup } from './campaign-draft';
import { endWords } from './campaign-words';
import { Notes } from './Notes';

interface CampaignFormProps {
  readonly start: CampaignDraft;
  /** Names of its groups, as far as they were known. */
  readonly names: ReadonlyMap<GroupId, string>;
  readonly overview: Overview;
  /** Whose clocks the times are by. */
  readonly zone: string;
}

/** Everything about one campaign. Goes back to the list when it is kept. */
export function CampaignForm({ start, names, overview, zone }: CampaignFormProps) {
  const [draft, setDraft] = useState(start);
  const [shown, setShown] = useState<CampaignFaults>({});
  const form = useRef<HTMLFormElement>(null);
  const saving = useAsking('campaign.save');
  const groups = useKnownGroups(overview);
  const set = (part: Partial<CampaignDraft>) => {
    setDraft({ ...draft, ...part });
    setShown({});
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const faults = faultsIn(draft, Date.now(), zone);
    const campaign = campaignOf(draft, zone);
    setShown(faults);
    if (!campaign || Object.keys(faults).length > 0) return;
    if (await saving.ask(campaign)) {
      announce(say('campaignSaved', campaign.name));
      location.hash = 'campaigns';
    }
  };
  // Once the fault stands at its field.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [shown]);
  const fault = (field: keyof CampaignFaults) => shown[field] && say(shown[field]);
  return (
    <form ref={form} class="card stack" onSubmit={save} noValidate>
      <Field
        label={say('campaignName')}
        value={draft.name}
        onValue={(name) => set({ name })}
        error={fault('name')}
        input={{ maxLength: 120, placeholder: say('campaignNameExample') }}
      />
      <div class="campaign-times">
        <TimeField
          label={say('campaignStart')}
          kind="datetime-local"
          value={draft.start}
          fault={fault('start')}
          onValue={(text) => set({ start: text })}
        />
        <TimeField
          label={say('campaignEnd')}
          kind="datetime-local"
          value={draft.end}
          fault={fault('end')}
          onValue={(text) => set({ end: text })}
        />
        <p class="small quiet-text">
          {say('campaignZone', zone || new Intl.DateTimeFormat().resolvedOptions().timeZone)}
        </p>
      </div>
      <GroupSearch
        label={say('groups')}
        groups={groups}
        accounts={overview.accounts}
        without={draft.groups}
        error={fault('groups')}
        onPick={({ group }) => set({ groups: withGroup(draft.groups, group.id) })}
      />
      <ChosenGroups
        label={say('campaignGroups')}
        groups={draft.groups}
        nameOf={(group) => groups.nameOf(group) || (names.get(group) ?? '')}
        noteOn={(group) => draft.atEnd === 'retire' && isNoAdmin(groups, group) && <NotAdmin />}
        onRemove={(gone) => set({ groups: draft.groups.filter((group) => group !== gone) })}
      />
      <Notes value={draft.notes} onValue={(notes) => set({ notes })} />
      <MayRetire>
        <Choice
          legend={say('campaignAtEnd')}
          look="list"
          chosen={draft.atEnd}
          onChoose={(atEnd) => set({ atEnd })}
          options={[
            { id: 'keep', label: say('campaignKeepLinks'), hint: say('campaignKeepHint') },
            { id: 'retire', label: say('campaignRetireLinks'), hint: say('campaignRetireHint') },
          ]}
        />
      </MayRetire>
      <What draft={draft} zone={zone} />
      {saving.now.mood === 'troubled' && <TroubleNotice trouble={saving.now.trouble} />}
      <div class="row buttons">
        <button type="submit" class="button primary" disabled={saving.now.mood === 'waiting'}>
          {say('campaignSave')}
        </button>
        <a class="button" href="#campaigns">
          {say('cancel')}
        </a>
      </div>
    </form>
  );
}

/** What will happen, and when, as soon as that can be said. */
function What({ draft, zone }: { readonly draft: CampaignDraft; readonly zone: string }) {
  const campaign = campaignOf(draft, zone);
  if (!campaign || campaign.groups.length === 0) return null;
  return (
    <p class="what" role="status">
      {endWords(campaign, { now: Date.now(), zone })}
    </p>
  );
}

function NotAdmin() {
  return <span class="small heed-text">⚠ {say('campaignNotAdmin')}</span>;
}

/** Whether none of the accounts in it is an admin there, as far as anybody said. */
function isNoAdmin({ all }: KnownGroups, group: GroupId): boolean {
  const holders = all.find((one) => one.group.id === group)?.holders ?? [];
  return holders.length > 0 && holders.every((holder) => holder.group.admin === false);
}
