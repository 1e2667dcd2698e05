import { useState } from 'preact/hooks';
import type { AccountView } from '../../../utils/model/account';
import type { Settings } from '../../../utils/model/settings';
import { say } from '../../../utils/words';
import { accountTitle } from '../../ui/account-title';
import { TroubleNotice } from '../../ui/Notice';
import { Chooser } from '../record/Chooser';
import { AddToQueue } from './AddToQueue';
import { QueueCard } from './QueueCard';
import { useQueues } from './use-queues';

interface JoinManyProps {
  readonly accounts: readonly AccountView[];
  readonly settings: Settings;
}

/** Many groups for one account, one after another: what is to be joined, and how far it is. */
export function JoinMany({ accounts, settings }: JoinManyProps) {
  const [chosen, setChosen] = useState<string>();
  const queues = useQueues();
  const busy = queues.views?.find(({ state }) => state !== 'done')?.account;
  const account = accounts.find(({ id }) => id === (chosen ?? busy)) ?? accounts[0];
  const view = queues.views?.find((one) => one.account === account?.id);
  return (
    <section class="card stack join-many">
      <h2>{say('queueTitle')}</h2>
      <p class="quiet-text">{say('queueWhat')}</p>
      {!account && (
        <a class="button" href="#accounts">
          {say('queueNoAccount')}
        </a>
      )}
      {accounts.length > 1 && account && (
        <Chooser
          label={say('queueWho')}
          chosen={account.id}
          onChoose={setChosen}
          options={accounts.map((one) => [one.id, say('queueThrough', accountTitle(one))] as const)}
        />
      )}
      {queues.trouble && <TroubleNotice trouble={queues.trouble} />}
      {account && view && (
        <QueueCard key={account.id} account={account} view={view} settings={settings} queues={queues} />
      )}
      {account && queues.views && (
        <AddToQueue key={`add ${account.id}`} account={account} accounts={accounts} onAdded={queues.again} />
      )}
    </section>
  );
}
