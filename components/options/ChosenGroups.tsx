import type { ComponentChildren } from 'preact';
import type { GroupId } from '../../utils/model/group';
import { say } from '../../utils/words';
import { Picture } from '../ui/Picture';
import { SafeText } from '../ui/SafeText';

interface ChosenGroupsProps {
  readonly label: string;
  readonly groups: readonly GroupId[];
  readonly nameOf: (group: GroupId) => string;
  /** What is to be said of one of them. */
  readonly noteOn?: (group: GroupId) => ComponentChildren;
  readonly onRemove: (group: GroupId) => void;
}

/** Groups that were chosen, each with a way out. */
export function ChosenGroups({ label, groups, nameOf, noteOn, onRemove }: ChosenGroupsProps) {
  if (groups.length === 0) return null;
  return (
    <ul class="chosen-groups" aria-label={label}>
      {groups.map((group) => (
        <li key={group}>
          <Picture name={nameOf(group)} size="small" />
          <div class="chosen-name">
            <SafeText text={nameOf(group)} instead={group} />
            {noteOn?.(group)}
          </div>
          <button type="button" class="button quiet" onClick={() => onRemove(group)}>
            {say('siteRemove')}
            <span class="visually-hidden"> {nameOf(group)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
