import type { BackupPart, Tally } from '../../../utils/keeping/model';
import { say, sayCount, type Word } from '../../../utils/words';

const words: Readonly<Record<BackupPart, Word>> = {
  accounts: 'sectionAccounts',
  sites: 'backupSites',
  cares: 'backupCares',
  campaigns: 'sectionCampaigns',
  chains: 'sectionCells',
  primaries: 'backupPrimaries',
  groups: 'backupGroups',
  used: 'backupUsed',
  queues: 'backupQueues',
};

export function partWords(part: BackupPart): string {
  return say(words[part]);
}

/** "2 new · 1 changed · 5 here already" */
export function tallyWords({ fresh, changed, same, refused }: Tally): string {
  return [
    ...(fresh.length > 0 ? [sayCount('backupFresh', fresh.length)] : []),
    ...(changed.length > 0 ? [sayCount('backupChanged', changed.length)] : []),
    ...(same > 0 ? [sayCount('backupSame', same)] : []),
    ...(refused > 0 ? [sayCount('backupRefused', refused)] : []),
  ].join(' · ');
}
