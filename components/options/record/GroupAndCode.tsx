import { isDemoCode } from '../../../utils/demo';
import { type InviteCode, inviteUrl } from '../../../utils/invite-link';
import type { GroupId } from '../../../utils/model/group';
import { say } from '../../../utils/words';
import { DemoMark } from '../../ui/DemoMark';
import { IconButton } from '../../ui/IconButton';
import { moreIcons } from '../../ui/more-icons';
import { SafeText } from '../../ui/SafeText';
import { shortCode } from '../../ui/short-code';
import { useCopying } from '../../ui/use-copying';
import { type Stand, Standing } from './Standing';

interface GroupAndCodeProps {
  readonly name: string;
  readonly group: GroupId;
  readonly code: InviteCode;
  /** How it stands now, where the row says nothing else of it. */
  readonly stand?: Stand | undefined;
  readonly onGroup: (group: GroupId) => void;
}

/** Whose code it is, which leads to the others of the group, and the code, which can be copied as its link. */
export function GroupAndCode({ name, group, code, stand, onGroup }: GroupAndCodeProps) {
  const copying = useCopying();
  const short = shortCode(code);
  return (
    <>
      <button
        type="button"
        class="button quiet group"
        title={say('recordOnlyThisGroup')}
        onClick={() => onGroup(group)}
      >
        <SafeText text={name} instead={group} />
      </button>
      <span class="row code">
        <code dir="ltr" title={code}>
          {short}
        </code>
        {isDemoCode(code) && <DemoMark />}
        <IconButton
          icon={copying.done ? 'check' : moreIcons.copy}
          label={say('copyLinkOf', short)}
          onClick={() => copying.copy(inviteUrl(code))}
        />
        {stand && <Standing stand={stand} word={stand === 'current' ? 'historyCurrent' : 'recordNotInUse'} />}
      </span>
      {copying.refused && <span class="small said">{say('clipboardRefused')}</span>}
    </>
  );
}
