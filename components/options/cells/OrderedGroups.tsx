import { useLayoutEffect, useRef } from 'preact/hooks';
import { isolated } from '../../../utils/handout/clean-name';
import type { GroupId } from '../../../utils/model/group';
import { say } from '../../../utils/words';
import { announce } from '../../ui/Announcer';
import { Icon } from '../../ui/Icon';
import { moreIcons } from '../../ui/more-icons';
import { SafeText } from '../../ui/SafeText';
import { moved } from './chain-draft';

interface OrderedGroupsProps {
  readonly groups: readonly GroupId[];
  readonly nameOf: (group: GroupId) => string;
  readonly onGroups: (groups: readonly GroupId[]) => void;
}

/** Groups in an order that can be changed, by buttons or with Alt and an arrow key. */
export function OrderedGroups({ groups, nameOf, onGroups }: OrderedGroupsProps) {
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<string>(undefined);
  // A row that has moved has lost the focus on its way.
  useLayoutEffect(() => {
    const button = focus.current && list.current?.querySelector<HTMLElement>(focus.current);
    focus.current = undefined;
    if (button) button.focus();
  }, [groups]);
  const move = (group: GroupId, places: -1 | 1) => {
    const next = moved(groups, group, places);
    const place = next.indexOf(group);
    if (place === groups.indexOf(group)) return;
    focus.current = `li:nth-child(${place + 1}) [data-places="${places}"]`;
    onGroups(next);
    announce(say('chainMoved', isolated(nameOf(group)), place + 1, groups.length));
  };
  const remove = (group: GroupId) => {
    focus.current = `li:nth-child(${Math.min(groups.indexOf(group) + 1, groups.length - 1)}) [data-remove]`;
    onGroups(groups.filter((one) => one !== group));
  };
  if (groups.length === 0) return null;
  return (
    <ol ref={list} class="ordered-groups" aria-label={say('chainGroups')}>
      {groups.map((group, place) => (
        <Row
          key={group}
          name={nameOf(group)}
          instead={group}
          place={place}
          of={groups.length}
          onMove={(places) => move(group, places)}
          onRemove={() => remove(group)}
        />
      ))}
    </ol>
  );
}

interface RowProps {
  readonly name: string;
  readonly instead: string;
  readonly place: number;
  readonly of: number;
  readonly onMove: (places: -1 | 1) => void;
  readonly onRemove: () => void;
}

function Row({ name, instead, place, of, onMove, onRemove }: RowProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li onKeyDown={onKeyDown}>
      <span class="place">{place + 1}</span>
      <span class="chosen-name">
        <SafeText text={name} instead={instead} />
      </span>
      <Step places={-1} name={name} isEnd={place === 0} onMove={onMove} />
      <Step places={1} name={name} isEnd={place === of - 1} onMove={onMove} />
      <button type="button" class="button quiet" data-remove="" onClick={onRemove}>
        {say('siteRemove')}
        <span class="visually-hidden"> {name}</span>
      </button>
    </li>
  );
}

interface StepProps {
  readonly places: -1 | 1;
  readonly name: string;
  readonly isEnd: boolean;
  readonly onMove: (places: -1 | 1) => void;
}

function Step({ places, name, isEnd, onMove }: StepProps) {
  const label = say(places < 0 ? 'chainUp' : 'chainDown', isolated(name));
  return (
    <button
      type="button"
      class="button quiet square"
      data-places={places}
      aria-label={label}
      title={label}
      aria-disabled={isEnd}
      onClick={() => onMove(places)}
    >
      <Icon name={places < 0 ? moreIcons.up : 'down'} />
    </button>
  );
}
