import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../utils/words';
import { Icon } from '../ui/Icon';
import { OpenDemo } from '../ui/OpenDemo';
import { AccountCard } from './AccountCard';
import { AccountForm } from './AccountForm';
import { filled } from './account-draft';
import { DemoCard } from './DemoCard';
import { hasRight } from './managed/managed-by';
import { SetWords } from './managed/SetWords';
import { NewAccount } from './NewAccount';
import type { SectionProps } from './section';
import { Title } from './Title';

/** The accounts; `accounts/new` is a form for one more, `accounts/ID` the form of one. */
export function Accounts(props: SectionProps) {
  const { overview, makes, again, rest } = props;
  const account = overview.accounts.find(({ id }) => id === rest);
  const make = makes.find(({ id }) => id === account?.make);
  const mayAdd = hasRight('mayAddAccounts');
  if (rest === 'new' && mayAdd) return <NewAccount {...props} />;
  if (!account || !make || make.demo || account.managed) return <AccountList {...props} />;
  return (
    <>
      <Title>{say('accountEdit')}</Title>
      <AccountForm start={filled(account, make)} make={make} kept={again} />
    </>
  );
}

function AccountList({ overview, again }: SectionProps) {
  const { accounts } = overview;
  const opened = useFocusOnTitle(accounts.length, again);
  const mayAdd = hasRight('mayAddAccounts');
  const add = mayAdd ? (
    <a class="button primary" href="#accounts/new">
      <Icon name="plus" />
      {say('addAccount')}
    </a>
  ) : (
    <SetWords words={say('managedMayNotAdd')} />
  );
  if (accounts.length === 0) {
    return (
      <>
        <Title>{say('sectionAccounts')}</Title>
        <div class="card empty">
          <p>{say('accountsEmpty')}</p>
          {add}
          {mayAdd && <p class="quiet-text small">{say('demoWhat')}</p>}
          {mayAdd && <OpenDemo onOpened={opened} />}
        </div>
      </>
    );
  }
  return (
    <>
      <div class="row title-row">
        <Title>{say('sectionAccounts')}</Title>
        {add}
      </div>
      <ul class="stack">
        {accounts.map((account) => {
          const Card = account.demo ? DemoCard : AccountCard;
          return <Card key={account.id} account={account} again={again} />;
        })}
      </ul>
      {mayAdd && !accounts.some(({ demo }) => demo) && (
        <div class="demo-offer small quiet-text">
          <p>{say('demoWhat')}</p>
          <OpenDemo onOpened={opened} />
        </div>
      )}
    </>
  );
}

/** Once the demo has been opened, its button is gone: the focus goes to the heading of the list that it is in. */
function useFocusOnTitle(count: number, again: () => void) {
  const isOpened = useRef(false);
  useLayoutEffect(() => {
    if (isOpened.current) document.querySelector<HTMLElement>('h1')?.focus();
    isOpened.current = false;
  }, [count]);
  return () => {
    isOpened.current = true;
    again();
  };
}
