import { useEffect } from 'preact/hooks';
import { isolated } from '../../utils/handout/clean-name';
import { say } from '../../utils/words';
import { accountTitle } from '../ui/account-title';
import { Menu, type MenuItem, menuOf } from '../ui/Menu';
import { TroubleNotice } from '../ui/Notice';
import { useAsking } from '../ui/use-ask';
import type { Choice, Holder } from './choice';
import { otherPrimary } from './choice-others';

interface ThroughProps {
  readonly choice: Choice;
  readonly onThrough: (holder: Holder) => void;
  /** Another account looks after the group from now on. */
  readonly onPreferred: () => void;
}

/** For a group of several accounts: the one that the panel speaks through, and whether it looks after the group. */
export function Through({ choice, onThrough, onPreferred }: ThroughProps) {
  const { account, group, holders = [], primary } = choice;
  const preferring = useAsking('group.prefer');
  useEffect(() => {
    if (preferring.now.mood === 'answered') onPreferred();
  }, [preferring.now.mood]);
  if (holders.length < 2) return null;
  const items: readonly MenuItem[] = holders.map((holder) => ({
    id: holder.account.id,
    label: <HolderLine {...holder} isPrimary={primary?.id === holder.account.id} />,
    checked: holder.account.id === account.id,
  }));
  const choose = (id: string) => {
    const holder = holders.find((one) => one.account.id === id);
    if (holder && id !== account.id) onThrough(holder);
  };
  const other = otherPrimary(choice);
  return (
    <div class="through small">
      <Menu
        class="quiet"
        align="start"
        label={<span class="one-line">{say('throughAccount', isolated(account.name))}</span>}
      >
        {menuOf(items, choose)}
      </Menu>
      <span class="quiet-text one-line">{other ? say('looksAfterIt', isolated(other.name)) : say('looksAfter')}</span>
      {other && !account.copyOnly && (
        <button
          type="button"
          class="button quiet"
          disabled={preferring.now.mood === 'waiting'}
          onClick={({ currentTarget }) => {
            // This button goes, the choice of accounts stays.
            currentTarget.parentElement?.querySelector('button')?.focus();
            preferring.ask({ account: account.id, group: group.id });
          }}
        >
          {say('makePrimary')}
        </button>
      )}
      {preferring.now.mood === 'troubled' && <TroubleNotice trouble={preferring.now.trouble} />}
    </div>
  );
}

/** The name may be cut short; who looks after the group must be seen. */
function HolderLine({ account, isPrimary }: Holder & { readonly isPrimary: boolean }) {
  return (
    <>
      <bdi class="one-line">{accountTitle(account)}</bdi>
      {isPrimary && <span class="quiet-text">{say('accountThatLooksAfter')}</span>}
    </>
  );
}
