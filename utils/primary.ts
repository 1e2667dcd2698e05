import type { AccountId } from './model/account';

/** An account that is in a group; `admin` is absent where its gateway did not say. */
export interface InGroup {
  readonly account: AccountId;
  readonly admin?: boolean | undefined;
  /** Could not change anything there: its key may only read, or the browser keeps us from its host. */
  readonly barred?: boolean;
}

/**
 * The account that looks after a group: the one somebody chose, as long as it is in the group; else the first that is an
 * admin there, else the first of which nobody knows better, else the first; those that are barred only where no other may.
 * `holders` in the order in which they were added.
 */
export function primaryOf(holders: readonly InGroup[], chosen: AccountId | undefined): AccountId | undefined {
  const wanted = holders.find(({ account }) => account === chosen);
  return (wanted ?? mayChange(holders.filter(({ barred }) => !barred)) ?? mayChange(holders) ?? holders[0])?.account;
}

/** The first that is an admin, or may be one. */
function mayChange(holders: readonly InGroup[]): InGroup | undefined {
  return holders.find(({ admin }) => admin) ?? holders.find(({ admin }) => admin === undefined);
}
