import { expect, it } from 'vitest';
import { bareCode } from '../invite-link';
import type { QueueRow } from '../over-time/model';
import { queueCsv, queueJson } from './queue-table';

const at = Date.UTC(2026, 10, 21, 12);
const code = bareCode('HFakeDemo01abcdefgh001');
const row: QueueRow = {
  ...{ id: '1', seq: 1, account: 'id', addedAt: at, at, tries: 0, name: '=HYPERLINK("x")', state: 'refused' },
  ...(code && { code }),
  trouble: { kind: 'full', said: 'secret words of a gateway' },
};

it('says of each group what became of it, and why, and runs nothing', () => {
  expect(queueCsv([row], 'Backup')).toBe(
    'group,outcome,cause,link,groupId,account,added,changed\r\n' +
      `"'=HYPERLINK(""x"")",refused,full,https://chat.whatsapp.com/${code},,Backup,2026-11-21T12:00:00.000Z,2026-11-21T12:00:00.000Z\r\n`,
  );
  const { groups, account } = JSON.parse(queueJson([row], { account: 'Backup', now: at }));
  expect([account, groups[0].outcome, groups[0].cause]).toEqual(['Backup', 'refused', 'full']);
});
