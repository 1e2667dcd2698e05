import { describe, expect, it } from 'vitest';
import { bareCode, type InviteCode } from '../invite-link';
import type { Sight } from '../model/sight';
import { foundRows, sightsCsv, sightsJson } from './sights-table';

const code = coded('HFakeDemo01abcdefgh12X');
const other = coded('GFakeDemo02abcdefgh34Y');
const seenAt = Date.UTC(2026, 10, 20, 9, 30);
const sight: Sight = { code, verdict: 'live', sources: ['gateway'], seenAt, name: 'VIP Launch List' };

describe('a table of what was seen', () => {
  it('says of an invite nobody looked at that nobody did', () => {
    expect(foundRows([{ code }])).toEqual([{ link: `https://chat.whatsapp.com/${code}`, verdict: 'not looked at' }]);
  });

  it('tells of the own accounts only what concerns an own group', () => {
    const inside = { account: 'a1', accountName: 'Acme secret', group: '120@g.us', name: 'Ours', current: other };
    const own = { relation: 'admin', seenAt, code: 'retired', inside } as const;
    const text =
      sightsCsv([{ code, sight: { ...sight, own } }]) + sightsJson([{ code, sight: { ...sight, own } }], about);
    expect(text).toContain(`https://chat.whatsapp.com/${other}`);
    for (const word of ['Acme', 'a1', '120@g.us']) expect(text).not.toContain(word);
  });

  it('leaves pictures out, and survives a time no calendar has', () => {
    const odd = { ...sight, picture: 'data:image/png;base64,AAAA', createdAt: 1e20 };
    expect(sightsCsv([{ code, sight: odd }])).not.toContain('base64');
    expect(foundRows([{ code, sight: odd }])[0]?.created).toBe('');
  });

  it('gives back every cell exactly, and none that a spreadsheet would run', () => {
    const names = hostileNames();
    expect(names.length).toBeGreaterThan(200);
    const rows = parsed(sightsCsv(names.map((name) => ({ code, sight: { ...sight, name } }))));
    const at = rows[0]?.indexOf('name') ?? -1;
    for (const [nth, name] of names.entries()) {
      const cell = rows[nth + 1]?.[at] ?? '';
      expect(cell).not.toMatch(/^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/);
      expect(untamed(cell)).toBe(name);
    }
  });

  it('has as many cells in every line', () => {
    const rows = parsed(sightsCsv([{ code, sight }, { code: other }]));
    expect(rows.map(({ length }) => length)).toEqual(Array(3).fill(rows[0]?.length));
  });

  it('is JSON that says which page, and when', () => {
    const told: unknown = JSON.parse(sightsJson([{ code, sight }, { code: other }], about));
    expect(told).toMatchObject({ page: 'example.com', saved: '2026-11-20T09:30:00.000Z' });
    expect(told).toHaveProperty('invites.0.name', 'VIP Launch List');
    expect(told).toHaveProperty('invites.1.verdict', 'not looked at');
  });
});

const about = { page: 'example.com', now: seenAt };

function coded(text: string): InviteCode {
  const found = bareCode(text);
  if (!found) throw new Error(`${text} is no code`);
  return found;
}

function hostileNames(): string[] {
  const begins = ['=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', "'=", "''@", ' =', ' \t+', '\u00A0-', "'", '"', ''];
  const middles = [
    '1+1',
    'HYPERLINK("http://x.test","y")',
    'a,b',
    'say "hi"',
    'two\r\nlines',
    ' end ',
    "it's",
    'a;b',
    '',
    '😀',
  ];
  const ends = ['', '"', ',', '\n'];
  return begins.flatMap((begin) => middles.flatMap((middle) => ends.map((end) => begin + middle + end)));
}

/** What a reader of such files does: one apostrophe before what would be a formula is taken away. */
function untamed(cell: string): string {
  const rest = cell.slice(1);
  return cell.startsWith("'") && /^[\s']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^'*[\t\r\n]/.test(rest) ? rest : cell;
}

/** RFC 4180, from its grammar. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    if (end) rows.push(row);
    row = [];
  }
  return rows;
}
