import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { GroupId } from '../../../utils/model/group';
import { say, sayCount } from '../../../utils/words';
import { TroubleNotice } from '../../ui/Notice';
import { RestingButton } from '../../ui/RestingButton';
import { SafeText } from '../../ui/SafeText';
import type { Pages } from './use-pages';

interface RecordListProps<Row> {
  readonly pages: Pages<Row>;
  readonly isFiltered: boolean;
  /** The one group that is shown; empty for all. */
  readonly group: GroupId;
  readonly onEveryGroup: () => void;
  /** What this list is for, while there is nothing in it. */
  readonly empty: ComponentChildren;
  readonly counted: (count: number) => string;
  readonly heads: readonly string[];
  readonly row: (row: Row) => ComponentChildren;
}

/** Rows of the record with what there is to say of them: how many, that there are none, that there are more. */
export function RecordList<Row extends { readonly group: GroupId; readonly name: string }>(
  props: RecordListProps<Row>,
) {
  const { pages, isFiltered, group, onEveryGroup, empty, counted, heads, row } = props;
  const { rows, broken, waiting, trouble, more, again } = pages;
  const tryAgain = (
    <button type="button" class="button" onClick={again}>
      {say('tryAgain')}
    </button>
  );
  if (!rows) return trouble ? <TroubleNotice trouble={trouble} actions={tryAgain} /> : <Coming />;
  return (
    <>
      <div class="record-count small quiet-text">
        <p role="status">
          {rows.length > 0 && (more ? say('recordFirst', counted(rows.length)) : counted(rows.length))}
        </p>
        {group && <OneGroup key={group} {...{ rows, group, onEveryGroup }} />}
      </div>
      {trouble && <TroubleNotice trouble={trouble} actions={tryAgain} />}
      {rows.length === 0 && (isFiltered ? <p class="record-none quiet-text">{say('recordNoneFits')}</p> : empty)}
      {rows.length > 0 && (
        <table class="record-table" aria-busy={waiting}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows.map(row)}</tbody>
        </table>
      )}
      {broken > 0 && <p class="small">{sayCount('historyBroken', broken)}</p>}
      {more && (
        <RestingButton resting={waiting} onClick={more}>
          {say('historyMore')}
        </RestingButton>
      )}
    </>
  );
}

interface OneGroupProps {
  readonly rows: readonly { readonly group: GroupId; readonly name: string }[];
  readonly group: GroupId;
  readonly onEveryGroup: () => void;
}

function OneGroup({ rows, group, onEveryGroup }: OneGroupProps) {
  const known = useRef('');
  // Also while nothing is found that would tell it.
  known.current = rows.find((one) => one.group === group && one.name)?.name ?? known.current;
  return (
    <p class="row one-group">
      {say('recordOnlyGroup')} <SafeText text={known.current} instead={group} />
      <button type="button" class="button quiet" onClick={onEveryGroup}>
        {say('recordEveryGroup')}
      </button>
    </p>
  );
}

function Coming() {
  return (
    <div class="stack" aria-hidden="true">
      <div class="skeleton line" />
      <div class="skeleton line" />
      <div class="skeleton line" />
    </div>
  );
}
