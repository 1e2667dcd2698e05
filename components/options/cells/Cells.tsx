import type { ChainView } from '../../../utils/over-time/model';
import { say, type Word } from '../../../utils/words';
import { Icon } from '../../ui/Icon';
import { TroubleNotice } from '../../ui/Notice';
import { useAsk } from '../../ui/use-asked';
import type { SectionProps } from '../section';
import { Title } from '../Title';
import { ChainCard } from './ChainCard';
import { ChainForm } from './ChainForm';
import { chainOf, freshChain } from './chain-draft';

/** Groups in a row, behind one name; `cells/new` is a form for one more, `cells/ID` the form of one. */
export function Cells({ overview, rest: id }: SectionProps) {
  const { now, ask } = useAsk('cell.list');
  const chains = now.before;
  const one = chains?.find((chain) => chain.id === id);
  const isForm = id === 'new' || one !== undefined;
  return (
    <>
      <div class="row title-row">
        <Title>{say(titleOf(id, one))}</Title>
        {!isForm && chains && chains.length > 0 && <Add />}
      </div>
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      {!isForm && !chains && now.mood !== 'troubled' && <div class="skeleton block" aria-hidden="true" />}
      {isForm && (
        <ChainForm
          start={one ? chainOf(one) : freshChain}
          names={new Map(one?.cells.map(({ group, name }) => [group, name]))}
          overview={overview}
        />
      )}
      {!isForm && chains && <List chains={chains} again={() => void ask()} />}
    </>
  );
}

function titleOf(id: string, one: ChainView | undefined): Word {
  if (one) return 'chainEdit';
  return id === 'new' ? 'chainNew' : 'sectionCells';
}

function List({ chains, again }: { readonly chains: readonly ChainView[]; readonly again: () => void }) {
  if (chains.length === 0) {
    return (
      <div class="card empty">
        <p>{say('cellsEmpty')}</p>
        <Add />
      </div>
    );
  }
  return (
    <ul class="stack">
      {chains.map((chain) => (
        <ChainCard key={chain.id} chain={chain} again={again} />
      ))}
    </ul>
  );
}

function Add() {
  return (
    <a class="button primary" href="#cells/new">
      <Icon name="plus" />
      {say('chainAdd')}
    </a>
  );
}
