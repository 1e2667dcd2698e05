import { useState } from 'preact/hooks';
import type { GroupId } from '../../../utils/model/group';
import type { Overview } from '../../../utils/model/overview';
import { limitOf } from '../../../utils/over-time/fill';
import type { CareView, OverTime } from '../../../utils/over-time/model';
import { language, say } from '../../../utils/words';
import { Notice } from '../../ui/Notice';
import { GroupSearch } from '../GroupSearch';
import type { KnownGroups } from '../use-known-groups';
import { CareCard } from './CareCard';
import type { OverTimeNow } from './use-over-time';

interface CaresProps {
  readonly overTime: OverTimeNow;
  readonly view: OverTime;
  readonly groups: KnownGroups;
  readonly overview: Overview;
  /** The group to open; empty for none. */
  readonly first: GroupId;
}

/** The groups that are looked after, and a way to one more. */
export function Cares({ overTime, view, groups, overview, first }: CaresProps) {
  // A group that somebody has opened stays, also while nothing of it is looked after.
  const [added, setAdded] = useState<readonly GroupId[]>(first ? [first] : []);
  const [open, setOpen] = useState<GroupId | undefined>(first || undefined);
  const cares = [...bare(added, view, groups), ...view.cares].toSorted(byName);
  const close = (group: GroupId) => {
    setAdded(added.filter((one) => one !== group));
    setOpen(undefined);
  };
  const add = (group: GroupId) => {
    setAdded([...added, group]);
    setOpen(group);
    void overTime.changeCare(group, { watch: true });
  };
  const isIdle = !view.rules.watching && view.cares.some(({ watch }) => watch);
  return (
    <section class="card stack" aria-labelledby="over-time-groups">
      <h2 id="over-time-groups">{say('caresTitle')}</h2>
      {cares.length === 0 && <p class="quiet-text">{say('caresEmpty')}</p>}
      {isIdle && (
        <Notice
          tone="info"
          actions={
            <button type="button" class="button" onClick={() => overTime.changeRules({ watching: true })}>
              {say('watchingSwitchOn')}
            </button>
          }
        >
          {say('watchingIsOff')}
        </Notice>
      )}
      <ul class="over-time-rows cares">
        {cares.map((care) => (
          <CareCard
            key={care.group}
            {...{ overTime, view, care }}
            isOpen={open === care.group}
            isFirst={first === care.group}
            onToggle={() => setOpen(open === care.group ? undefined : care.group)}
            onRemoved={() => close(care.group)}
          />
        ))}
      </ul>
      {overview.accounts.length === 0 ? (
        <p>
          <a class="button" href="#accounts/new">
            {say('addAccount')}
          </a>
        </p>
      ) : (
        <GroupSearch
          label={say('caresAdd')}
          groups={groups}
          accounts={overview.accounts}
          without={cares.map(({ group }) => group)}
          onPick={({ group }) => add(group.id)}
        />
      )}
    </section>
  );
}

/** Groups that were opened and of which nothing is looked after, as far as the lists know them. */
function bare(added: readonly GroupId[], view: OverTime, groups: KnownGroups): readonly CareView[] {
  const cared = new Set(view.cares.map(({ group }) => group));
  return added
    .filter((group) => !cared.has(group))
    .map((group) => {
      const found = groups.all.find((one) => one.group.id === group);
      const { admin, size } = found?.group ?? {};
      return {
        ...{ group, name: groups.nameOf(group), watch: false, limit: limitOf(view.rules.fill) },
        ...(found && { account: found.primary }),
        ...(admin !== undefined && { admin }),
        ...(size && { size }),
      };
    });
}

function byName(one: CareView, other: CareView): number {
  return one.name.localeCompare(other.name, language(), { sensitivity: 'base', numeric: true });
}
