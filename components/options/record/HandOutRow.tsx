import { iso } from '../../../utils/handout/csv';
import type { GroupId } from '../../../utils/model/group';
import type { HandOut } from '../../../utils/model/hand-out';
import { moment } from '../../../utils/times';
import { say } from '../../../utils/words';
import { shapeNames } from '../../popup/shape-names';
import { GroupAndCode } from './GroupAndCode';
import { Naming } from './Naming';
import type { Stand } from './Standing';

interface HandOutRowProps {
  readonly handOut: HandOut;
  /** How its code stands now, where that is known. */
  readonly stand: Stand | undefined;
  readonly onGroup: (group: GroupId) => void;
}

/** One hand-out: of what, when, in which shape, and what for. */
export function HandOutRow({ handOut, stand, onGroup }: HandOutRowProps) {
  const { name, group, code, at, shape } = handOut;
  return (
    <tr>
      <td>
        <GroupAndCode {...{ name, group, code, stand, onGroup }} />
      </td>
      <td>
        <time dateTime={iso(at)}>{moment(at)}</time>
        <span class="small quiet-text">{say(shapeNames[shape])}</span>
      </td>
      <td>
        <Naming handOut={handOut} />
      </td>
    </tr>
  );
}
