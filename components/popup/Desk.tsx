import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { AccountId, Overview, Shape } from '../../utils/model';
import { AddGroup } from './AddGroup';
import { type Choice, choiceKey, hasNoRoom } from './choice';
import { Footer } from './Footer';
import { GroupPicker } from './GroupPicker';
import { InvitePanel } from './InvitePanel';
import { NoRoom } from './NoRoom';
import { Nothing } from './Nothing';
import { PastedLink } from './PastedLink';
import { pastedIn } from './pasted';
import { RollTroubles } from './RollTroubles';
import { useChains } from './use-chains';
import { useEnterAfter } from './use-enter';
import { usePicking } from './use-picking';
import { useRolls } from './use-rolls';

interface DeskProps {
  readonly overview: Overview;
  readonly onShape: (shape: Shape) => void;
  /** A host was allowed: what we may do has changed. */
  readonly onAllowed: () => void;
  /** Something went wrong that the whole popup may have to know of. */
  readonly onTroubled: () => void;
  /** What stands above the footer. */
  readonly foot: ComponentChildren;
}

/** The popup of somebody who has an account: search, the chosen group's invite, the ways to more. */
export function Desk({ overview, onShape, onAllowed, onTroubled, foot }: DeskProps) {
  const { accounts, settings } = overview;
  const [only, setOnly] = useState<AccountId>();
  const [adding, setAdding] = useState(false);
  const shown = useMemo(() => accounts.filter(({ id }) => !only || id === only), [accounts, only]);
  const rolls = useRolls(accounts);
  const chains = useChains(overview, rolls);
  const picking = usePicking({ overview, only, rolls: rolls.all, chains: chains.all });
  const enter = useRef<() => void>(undefined);
  const pasted = useMemo(() => pastedIn(picking.query), [picking.query]);
  const isLink = pasted.code !== undefined || pasted.whyNot !== undefined;
  const { choice } = picking;
  const chain = choice?.chain;
  const chainNow = chain && { isCounting: chains.isCounting(chain), oldSince: chains.oldSince(chain) };
  const onEnter = useEnterAfter(chainNow?.isCounting === true, picking.query, enter);

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
        {adding && <AddGroup accounts={shown} onAdded={added} onCancel={() => setAdding(false)} />}
        {!adding && pasted.code && (
          <PastedLink
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
            onTroubled={onTroubled}
            onThrough={(holder) => through({ ...choice, ...holder })}
            enter={enter}
            chainNow={chainNow}
          />
        )}
        {!adding && !isLink && !choice && (
          <Nothing query={picking.query} rolls={rolls.all} onAllowed={onAllowed} onAdd={() => setAdding(true)} />
        )}
        <RollTroubles rolls={rolls} />
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
      />
    </>
  );
}
