import type { InviteView } from '../../utils/model/invite';

const dayMs = 24 * 60 * 60_000;

export interface LinkAge {
  readonly ms: number;
  /** Exact only where Latchkey made the link; else it is as old as our knowledge, or older. */
  readonly atLeast: boolean;
}

/** How old a link is; undefined where our knowledge is too young to say anything of the link. */
export function linkAge({ since, previous }: Pick<InviteView, 'since' | 'previous'>, now: number): LinkAge | undefined {
  if (since === undefined) return undefined;
  const ms = now - since;
  const atLeast = previous?.byUs !== true;
  return atLeast && ms < dayMs ? undefined : { ms, atLeast };
}
