import { later } from './later';
import { onDemand } from './on-demand';

/** The words for a trouble, for faces that hardly ever have one: they are read when one comes. */
export const TroubleLater = later(
  onDemand(() => import('./Notice')),
  ({ TroubleNotice }) => TroubleNotice,
);
