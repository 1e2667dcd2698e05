import type { VNode } from 'preact';
import type { Overview } from '../../utils/model/overview';
import { type Chains, useChains } from './use-chains';
import type { Rolls } from './use-rolls';

interface WithChainsProps {
  readonly overview: Overview;
  readonly rolls: Rolls;
  readonly children: (chains: Chains) => VNode;
}

/** For somebody who fills groups in a row: their members are counted. */
export function WithChains({ overview, rolls, children }: WithChainsProps) {
  return children(useChains(overview, rolls));
}
