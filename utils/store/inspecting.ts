import type { Finding } from '../model/record';
import { careItems } from './care-items';
import { alone, endOf } from './ends';
import { compared, type Item, takeFindings } from './item';
import {
  accountsItem,
  habitsItem,
  insideItem,
  primariesItem,
  settingsItem,
  sitesItem,
  usedItem,
  vaultItem,
} from './items';
import { keepingItems } from './keeping-items';
import { newsItem } from './news-item';
import { note, notesItem } from './notes';

export const parts = ['lineage', 'ledger'] as const;

/** The items that lie on the disk. */
export const keptItems = [
  ...[vaultItem, accountsItem, settingsItem, usedItem, habitsItem, primariesItem, insideItem, sitesItem],
  ...[...careItems, ...keepingItems, newsItem, notesItem],
] as readonly Item<unknown>[];

/** At each start: compares the heads of both copies, and each item with its mirror. Mends what does not agree. */
export async function inspect(): Promise<void> {
  await note(await foundIn(compared));
  for (const part of parts) await alone(part, () => endOf(part));
}

/** What looks at items have found, with one at every item. */
export async function foundIn(look: (item: Item<unknown>) => Promise<unknown>): Promise<Finding[]> {
  await Promise.all(keptItems.map(look));
  return takeFindings();
}
