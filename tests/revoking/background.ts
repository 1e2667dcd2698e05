/** What the tests wake: our own background, as far as codes go. */
export * as accounts from '../../utils/background/accounts';
export { check } from '../../utils/background/check';
export * as groups from '../../utils/background/groups';
export * as invites from '../../utils/background/invites';
export * as joins from '../../utils/background/joins';
export * as ledger from '../../utils/background/ledger';
export * as record from '../../utils/background/record';
export * as vault from '../../utils/background/vault';
export * as lineage from '../../utils/store/lineage';
