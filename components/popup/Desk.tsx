import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { AccountId } from '../../utils/model/account';
import type { Shape } from '../../utils/model/hand-out';
import type { Overview } from '../../utils/model/overview';
import { say } from '../../utils/words';
import { type Choice, choiceKey, hasNoRoom } from './choice';
import { Footer } from './Footer';
import { GroupPicker } from './GroupPicker';
import { InvitePanel } from './InvitePanel';
import { AddGroup, NoRoom, Nothing, PasteLink, RollTroubles, WithChains } from './on-demand';
import { PanelSkeleton } from './PanelSkeleton';
import type { Chains } from './use-chains';
import { useEnterAfter } from './use-enter';
import { usePasted } from './use-pasted';
import { usePicking } from './use-picking';
import { type Rolls, useRolls } from './use-rolls';

interface DeskProps {
  readonly overview: Overview;
  /** Whether it is what the store says now. */
  readonly isSure: boolean;
  readonly onShape: (shape: Shape) => void;
  /** A host was allowed: what we may do has changed. */
  readonly onAllowed: () => void;
  /** Something went wrong that the whole popup may have to know of. */
  readonly onTroubled: () => void;
  /** What stands above the footer. */
  readonly foot: ComponentChildren;
}

interface ListedProps extends DeskProps {
  readonly rolls: Rolls;
  readonly chains: Chains;
}

const noChains: Chains = { all: [], isCounting: () => false, oldSince: () => undefined, count: () => undefined };

/** The popup of somebody who has an account. */
export function Desk(props: DeskProps) {
  const rolls = useRolls(props.overview.accounts);
  const { overview } = props;
  if (overview.chains.length === 0) return <ListedDesk {...props} rolls={rolls} chains={noChains} />;
  return (
    <WithChains overview={overview} rolls={rolls}>
      {(chains) => <ListedDesk {...props} rolls={rolls} chains={chains} />}
    </WithChains>
  );
}

/** Search, the chosen group's invite, the ways to more. */
function ListedDesk({ overview, isSure, rolls, chains, onShape, onAllowed, onTroubled, foot }: ListedProps) {
  const { accounts, settings, vault } = overview;
  const [only, setOnly] = useState<AccountId>();
  const [adding, setAdding] = useState(false);
  const shown = useMemo(() => accounts.filter(({ id }) => !only || id === only), [accounts, only]);
  const picking = usePicking({ overview, only, rolls: rolls.all, chains: chains.all });
  const enter = useRef<() => void>(undefined);
  const pasted = usePasted(picking.query);
  const isLink = pasted.code !== undefined || pasted.whyNot !== undefined;
  const { choice } = picking;
  // What is found is shown at once; that nothing is found may still turn out to be a link.
  const isUnread = !adding && pasted.isAwaited && !choice;
  const chain = choice?.chain;
  const chainNow = chain && { isCounting: chains.isCounting(chain), oldSince: chains.oldSince(chain) };
  const onEnter = useEnterAfter(chainNow?.isCounting === true || pasted.isAwaited, picking.query, enter);

  const through = (one: Choice) => {
    if (only !== one.account.id) setOnly(undefined);
    picking.choose(one);
  };
  const added = async (one: Choice) => {
    setAdding(false);
    await rolls.recall(one.account);
    picking.choose(one);
  };
  return (
    <>
      <GroupPicker picking={picking} accounts={shown} onEnter={onEnter} />
      <main class="middle">
        <h1 class="visually-hidden">{say('name')}</h1>
        {adding && <AddGroup accounts={shown} onAdded={added} onCancel={() => setAdding(false)} />}
        {!adding && pasted.code && (
          <PasteLink
            key={pasted.code}
            code={pasted.code}
            more={pasted.more}
            shape={settings.shape}
            onShape={onShape}
            accounts={accounts}
            enter={enter}
          />
        )}
        {!adding && pasted.whyNot && <p class="panel quiet-text">{pasted.whyNot}</p>}
        {!adding && !isLink && choice && chain && hasNoRoom(choice) && (
          <NoRoom chain={chain} isCounting={chainNow?.isCounting === true} onCount={() => chains.count(chain)} />
        )}
        {!adding && !isLink && choice && !hasNoRoom(choice) && (
          <InvitePanel
            key={`${choiceKey(choice)} ${choice.account.allowed}`}
            choice={choice}
            shape={settings.shape}
            onShape={onShape}
            onAllowed={onAllowed}
            isLocked={vault.locked}
            isSure={isSure}
            onTroubled={onTroubled}
            onThrough={(holder) => through({ ...choice, ...holder })}
            enter={enter}
            chainNow={chainNow}
          />
        )}
        {isUnread && <PanelSkeleton />}
        {!adding && !isLink && !isUnread && !choice && (
          <Nothing query={picking.query} rolls={rolls.all} onAllowed={onAllowed} onAdd={() => setAdding(true)} />
        )}
        {rolls.all.some(({ trouble }) => trouble) && (
          <RollTroubles rolls={rolls} isLocked={vault.locked} onTroubled={onTroubled} />
        )}
      </main>
      {foot}
      <Footer
        accounts={accounts}
        only={only}
        onOnly={setOnly}
        count={picking.count}
        listing={rolls.all.some(({ waiting }) => waiting)}
        onRefresh={() => void rolls.refresh(shown)}
        onAdd={() => setAdding(true)}
        vault={vault}
        onLocked={onTroubled}
      />
    </>
  );
}
