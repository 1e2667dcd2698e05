import { useEffect, useId, useRef } from 'preact/hooks';
import { isolated } from '../../../utils/handout/clean-name';
import type { Care, CareView, OverTime } from '../../../utils/over-time/model';
import { rhythmWords } from '../../../utils/over-time/rhythm-words';
import { sizeWords } from '../../../utils/size-words';
import { ago } from '../../../utils/times';
import { say } from '../../../utils/words';
import { Icon } from '../../ui/Icon';
import { RestingButton } from '../../ui/RestingButton';
import { SafeText } from '../../ui/SafeText';
import { Switch } from '../../ui/Switch';
import { momentIn } from '../../ui/zone-times';
import { GroupMembers } from '../capacity/GroupMembers';
import { MayRetire } from '../managed/MayRetire';
import { dueIn } from './due-in';
import { FillField } from './FillField';
import { forecastWords } from './forecast-words';
import { RhythmForm } from './RhythmForm';
import type { OverTimeNow } from './use-over-time';

interface CareCardProps {
  readonly overTime: OverTimeNow;
  readonly view: OverTime;
  readonly care: CareView;
  readonly isOpen: boolean;
  /** Whether somebody came here for this group. */
  readonly isFirst: boolean;
  readonly onToggle: () => void;
  readonly onRemoved: () => void;
}

/** One group that is looked after: how it is, and, opened, what is done for it. */
export function CareCard(props: CareCardProps) {
  const { overTime, view, care, isOpen, isFirst, onToggle } = props;
  const id = useId();
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isFirst) place.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <li ref={place} class="care">
      <button
        type="button"
        class="care-head"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        <span class="care-name">
          <SafeText text={care.name} instead={care.group} />
          {care.admin === false && <span class="tag">{say('notAdmin')}</span>}
        </span>
        <Icon name="down" />
        <span class="small quiet-text care-facts">{facts(care, view).join(' · ')}</span>
      </button>
      {isOpen && (
        <div id={id} class="care-body stack">
          <Body {...props} />
        </div>
      )}
      {!isOpen && overTime.busy === care.group && <p class="small quiet-text">{say('checking')}</p>}
    </li>
  );
}

/** What is done for it and what is known of it, in few words. */
function facts({ group, watch, rhythm, size, checkedAt, forecast }: CareView, view: OverTime): readonly string[] {
  const isOver =
    rhythm?.kind === 'once' &&
    rhythm.at <= view.now &&
    !view.diary.some((entry) => entry.hold && entry.group === group);
  const next = dueIn(view).find((entry) => entry.duty === 'rotate' && entry.group === group)?.coming.at;
  return [
    ...(size ? [sizeWords(size)] : []),
    ...(watch ? [checkedAt === undefined ? say('careWatched') : say('careCheckedAgo', ago(checkedAt, view.now))] : []),
    ...(rhythm && !isOver ? [say('careRhythm', rhythmWords(rhythm, view.zone))] : []),
    ...(next === undefined ? [] : [say('careNext', momentIn(next, view.zone))]),
    ...(forecast?.kind === 'on' ? [say('careFull', forecastWords(forecast, view.zone))] : []),
  ];
}

function Body({ overTime, view, care, onRemoved }: CareCardProps) {
  const { group, name, watch, rhythm, fill, checkedAt } = care;
  const now: Care = { watch, ...(rhythm && { rhythm }), ...(fill && { fill }) };
  const change = (next: Care) => overTime.changeCare(group, next);
  const remove = async () => {
    if (await change({ watch: false })) onRemoved();
  };
  const withoutFill = { watch, ...(rhythm && { rhythm }) };
  return (
    <>
      <Switch
        label={say('careWatch')}
        hint={say('careWatchHint')}
        on={watch}
        onSwitch={(on) => void change({ ...now, watch: on })}
      />
      <Numbers care={care} view={view} />
      <MayRetire>
        <RhythmForm
          key={JSON.stringify(rhythm)}
          view={view}
          rhythm={rhythm}
          onSave={(next) => change({ watch, ...(next && { rhythm: next }), ...(fill && { fill }) })}
        />
      </MayRetire>
      {care.row === undefined ? (
        <FillField
          fill={fill}
          usual={view.rules.fill}
          onFill={(next) => void change({ ...withoutFill, ...(next && { fill: next }) })}
        />
      ) : (
        <p class="small">
          {say('fillByRow', isolated(care.row) || say('chainUnnamed'), care.limit)}{' '}
          <a href="#cells">{say('sectionCells')}</a>
        </p>
      )}
      {(checkedAt !== undefined || care.size) && (
        <GroupMembers key={`${checkedAt} ${care.limit}`} {...{ group, name, zone: view.zone }} />
      )}
      <div class="row buttons">
        <RestingButton resting={overTime.busy !== undefined} onClick={() => overTime.check({ group })}>
          {say(overTime.busy === group ? 'checking' : 'checkNow')}
          <span class="visually-hidden"> {name}</span>
        </RestingButton>
        <a class="button" href={`#record/${encodeURIComponent(group)}`}>
          {say('alertCodes')}
        </a>
        <button type="button" class="button quiet danger last" onClick={() => void remove()}>
          {say('careRemove')}
        </button>
      </div>
    </>
  );
}

/** Members, of how many, how they became so many, and when that was seen last. */
function Numbers({ care, view }: Pick<CareCardProps, 'care' | 'view'>) {
  const { size, limit, checkedAt, watch } = care;
  return (
    <div class="care-numbers">
      {size && (
        <>
          <p>{say(size.atLeast ? 'careMembersAtLeast' : 'careMembers', size.count, limit)}</p>
          <span class={`meter ${size.count < limit ? '' : 'full'}`} aria-hidden="true">
            <span style={{ inlineSize: `${Math.min(100, (100 * size.count) / limit)}%` }} />
          </span>
        </>
      )}
      {(watch || checkedAt !== undefined) && (
        <p class="small quiet-text">
          {checkedAt === undefined ? say('neverChecked') : say('careCheckedAt', momentIn(checkedAt, view.zone))}
        </p>
      )}
    </div>
  );
}
