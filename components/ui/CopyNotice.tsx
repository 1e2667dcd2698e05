import { useEffect, useRef, useState } from 'preact/hooks';
import { copyLater } from '../../utils/handout/clipboard';
import { resetNotice } from '../../utils/handout/reset-notice';
import { inviteUrl } from '../../utils/invite-link';
import type { AccountId } from '../../utils/model/account';
import type { GroupId } from '../../utils/model/group';
import { asTrouble, Trouble, type TroubleFacts } from '../../utils/trouble';
import { troubleWords } from '../../utils/wording';
import { say } from '../../utils/words';
import { announce } from './Announcer';
import { Icon } from './Icon';
import { moreIcons } from './more-icons';
import { ask } from './use-ask';

interface CopyNoticeProps {
  readonly account: AccountId;
  readonly group: GroupId;
  readonly name: string;
  readonly class?: string;
}

/** How long "Copied" stands. */
const doneMs = 1600;

/** Copies what is to be said to those who have an old link, with the group's link of now; the ledger hears of it. */
export function CopyNotice({ account, group, name, class: look = '' }: CopyNoticeProps) {
  const [isDone, setDone] = useState(false);
  const [trouble, setTrouble] = useState<TroubleFacts>();
  const fading = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(fading.current), []);
  const copy = async () => {
    setTrouble(undefined);
    const coming = written({ account, group, name });
    const wrong = await copyLater(
      coming.then(({ text }) => ({ text })),
      ['text/plain'],
    ).catch((caught: unknown) => asTrouble(caught).facts);
    if (wrong) return setTrouble(wrong);
    announce(say('copied'));
    setDone(true);
    clearTimeout(fading.current);
    fading.current = setTimeout(() => setDone(false), doneMs);
    noted({ account, group }, await coming);
  };
  return (
    <>
      <button type="button" class={`button ${look}`} onClick={() => void copy()}>
        <Icon name={isDone ? 'check' : moreIcons.copy} />
        {say(isDone ? 'copied' : 'noticeCopy')}
      </button>
      {trouble && (
        <p class="small notice-wrong" role="alert">
          {troubleWords(trouble).what} {troubleWords(trouble).next}
        </p>
      )}
    </>
  );
}

/** The sentence that is meant: the user's, or ours. */
export function noticeText(own: string): string {
  return own.trim() || say('noticeUsual');
}

async function written({ account, group, name }: Pick<CopyNoticeProps, 'account' | 'group' | 'name'>) {
  const [{ rules }, { code }] = await Promise.all([ask('care.view'), ask('invite.recall', { account, group })]);
  if (!code) throw new Trouble('no-code');
  return {
    code,
    text: resetNotice(noticeText(rules.notice), { group: name, link: inviteUrl(code) }, say('unnamedGroup')),
  };
}

/** Whoever copied it has it; that the ledger missed it is told by the ledger. */
function noted(
  which: { readonly account: AccountId; readonly group: GroupId },
  { code }: Awaited<ReturnType<typeof written>>,
) {
  ask('ledger.note', { ...which, code, shape: 'link' })
    .then((id) => ask('ledger.name', { id, label: say('noticeLabel'), printed: false }))
    .catch(() => undefined);
}
