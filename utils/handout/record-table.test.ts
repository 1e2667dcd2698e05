import { describe, expect, it } from 'vitest';
import { bareCode, type InviteCode } from '../invite-link';
import type { HandOut } from '../model/hand-out';
import type { CodeLife } from '../model/record';
import { codesCsv, codesJson, handOutsCsv, handOutsJson } from './record-table';

const at = Date.UTC(2026, 3, 9, 9, 30);
const [old, next] = [coded('HFakeDemo01abcdefgh12X'), coded('GFakeDemo02abcdefgh34Y')];
const common = { seq: 1, account: 'a1', group: '120@g.us', name: 'VIP Launch List' } as const;
const current: CodeLife = { ...common, code: next, firstSeen: at, lastSeen: at + 1000, how: 'reply', attempts: 0 };
const retired: CodeLife = {
  ...{ ...common, code: old, firstSeen: at - 5000, lastSeen: at - 1000, how: 'read', attempts: 2 },
  ended: { at, event: 'retired', reason: '=HYPERLINK("http://x.test","spam")', next },
};
const poster: HandOut = { ...common, id: 'h1', at, code: old, shape: 'png', label: 'poster, Lyon', printed: true };

describe('the record as a table', () => {
  it('has every code with how it stands, when, why and what came after', () => {
    const [head, first, second] = codesCsv([current, retired]).split('\r\n');
    expect(head?.split(',')).toHaveLength(12);
    expect(first).toBe(
      `VIP Launch List,120@g.us,https://chat.whatsapp.com/${next},${next},current,2026-04-09T09:30:00.000Z,2026-04-09T09:30:01.000Z,reply,,,,`,
    );
    expect(second).toContain(`,retired,2026-04-09T09:29:55.000Z,`);
    expect(second).toContain(`,https://chat.whatsapp.com/${next},2`);
  });

  it('lets no reason, name or label run as a formula', () => {
    expect(codesCsv([retired])).toContain(`"'=HYPERLINK(""http://x.test"",""spam"")"`);
    const [, line = ''] = handOutsCsv([{ ...poster, name: '+1', label: '@sum' }]).split('\r\n');
    expect(line).toContain(`,"'+1",`);
    expect(line).toContain(`,"'@sum",`);
  });

  it('has every hand-out with its label, and whether it is on paper', () => {
    expect(handOutsCsv([poster])).toBe(
      `at,group,groupId,shape,label,printed,link,code\r\n2026-04-09T09:30:00.000Z,VIP Launch List,120@g.us,png,"poster, Lyon",true,https://chat.whatsapp.com/${old},${old}\r\n`,
    );
  });

  it('says the same as JSON, and nothing of accounts', () => {
    const told = codesJson([current, retired], at) + handOutsJson([poster], at);
    expect(told).not.toContain('a1');
    expect(JSON.parse(codesJson([retired], at))).toMatchObject({
      saved: '2026-04-09T09:30:00.000Z',
      codes: [{ code: old, state: 'retired', reason: retired.ended?.reason, failedAttempts: 2 }],
    });
    expect(JSON.parse(handOutsJson([poster], at))).toMatchObject({
      handOuts: [{ label: 'poster, Lyon', printed: true, shape: 'png' }],
    });
  });
});

function coded(text: string): InviteCode {
  const found = bareCode(text);
  if (!found) throw new Error(`${text} is no code`);
  return found;
}
