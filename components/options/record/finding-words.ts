import type { Finding } from '../../../utils/model/record';
import { say, sayCount, type Word } from '../../../utils/words';

type What = Readonly<Record<Finding['what'], Word>>;

const ofLines: Readonly<Record<'lineage' | 'ledger', What>> = {
  lineage: {
    lost: 'findingCodesLost',
    changed: 'findingCodesChanged',
    restored: 'findingCodesRestored',
    'copy-renewed': 'findingCodesCopy',
  },
  ledger: {
    lost: 'findingHandOutsLost',
    changed: 'findingHandOutsChanged',
    restored: 'findingHandOutsRestored',
    'copy-renewed': 'findingHandOutsCopy',
  },
};

const ofItems: What = {
  lost: 'findingItemLost',
  changed: 'findingItemChanged',
  restored: 'findingItemRestored',
  'copy-renewed': 'findingItemCopy',
};

const nexts: What = {
  lost: 'findingLostNext',
  changed: 'findingChangedNext',
  restored: 'findingNothingNext',
  'copy-renewed': 'findingNothingNext',
};

const items = new Map<string, Word>([
  ['accounts', 'itemAccounts'],
  ['vault', 'itemVault'],
  ['settings', 'itemSettings'],
  ['sites', 'itemSites'],
  ['used', 'itemUsed'],
]);

/** What was found to be wrong, and what that asks of one. */
export function findingWords({ part, what, count, item = '' }: Finding): {
  readonly what: string;
  readonly next: string;
} {
  if (part !== 'items') return { what: sayCount(ofLines[part][what], count), next: say(nexts[what]) };
  const known = items.get(item);
  const next = what === 'lost' || what === 'changed' ? 'findingItemNext' : nexts[what];
  return { what: say(ofItems[what], known ? say(known) : say('itemOther', item)), next: say(next) };
}
