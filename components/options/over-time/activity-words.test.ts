import { beforeEach, describe, expect, it, vi } from 'vitest';
import catalogue from '../../../public/_locales/en/messages.json';
import { browser } from '../../../utils/browser';
import type { Activity } from '../../../utils/over-time/model';
import { activityWords } from './activity-words';

/** The browser's part: the catalogue's sentence, filled in. */
beforeEach(() => {
  const sentences = new Map(Object.entries(catalogue));
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string, values?: unknown) =>
    (sentences.get(key)?.message ?? '').replace(/\$(\d)/g, (_, nth) => String([values].flat()[nth - 1] ?? '')),
  );
});

const zone = 'Europe/Paris';
const at = Date.parse('2026-11-21T01:00Z');
const group = { group: '1@g.us', name: 'VIP', account: 'a', accountName: 'Acme' };
const account = { name: 'Acme', account: 'a', accountName: 'Acme' };
const daily = { kind: 'at', days: [0, 1, 2, 3, 4, 5, 6], times: ['02:00'] } as const;

/** As people read it: isolates and narrow blanks are not seen. */
function told(
  line: Partial<Activity> & Pick<Activity, 'what' | 'how'>,
  about: typeof group | typeof account = group,
): string {
  const whole = { id: '', seq: 1, at, ...about, ...line };
  return activityWords(whole, zone)
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\u202F/g, ' ');
}

describe('why it changed at night', () => {
  it('is said of a change by appointment', () => {
    expect(told({ what: 'rotate', how: 'changed', rhythm: daily, dueAt: at })).toBe(
      'Changed the link of VIP by appointment: every day at 2:00 AM (Europe/Paris)',
    );
  });

  it('is said of a change that was somebody else’s', () => {
    const between = { from: at - 3_600_000, to: at };
    expect(told({ what: 'watch', how: 'changed', between })).toBe(
      'Somebody else has reset the link of VIP: between 1:00 AM and 2:00 AM',
    );
  });

  it('is said of one that was put off, or asked about', () => {
    expect(told({ what: 'rotate', how: 'moved', why: 'quiet', dueAt: at, rhythm: daily })).toMatch(
      /^Put off the change of the link of VIP that was due .*2:00 AM: quiet hours$/,
    );
    expect(told({ what: 'rotate', how: 'asked', why: 'overdue', dueAt: at })).toMatch(/asleep then$/);
    expect(told({ what: 'rotate', how: 'paused', trouble: { kind: 'not-admin' }, why: 'trouble' })).toMatch(
      /not an admin/,
    );
  });
});

describe('a line of the log', () => {
  it('counts the groups of an account', () => {
    expect(told({ what: 'watch', how: 'done', count: 12 }, account)).toBe('Checked 12 groups of Acme');
  });

  it('says what was done with a queue', () => {
    expect(told({ what: 'said', how: 'paused', why: 'queue' }, account)).toBe('You paused the queue of Acme');
  });

  const whats = ['watch', 'rotate', 'end', 'join', 'plan', 'said'] as const;
  const hows: readonly Activity['how'][] = [
    ...(['done', 'changed', 'asked', 'moved', 'failed', 'skipped', 'paused', 'resumed', 'unsettled'] as const),
    'not-rotated',
  ];
  it.each(whats)('of %s is a whole sentence, whatever became of it', (what) => {
    for (const how of hows) expect(told({ what, how })).toMatch(/^[A-Z][^$]*(VIP|Acme)/);
  });

  it('shows no reason that we do not know, and no name that turns the line', () => {
    const line = { id: '', seq: 1, at, what: 'rotate', how: 'asked', name: '\u202Egpj.exe', why: 'toString' } as const;
    expect(activityWords(line, zone)).toContain('\u2068gpj.exe\u2069');
    expect(activityWords(line, zone)).not.toContain('function');
    expect(activityWords({ ...line, name: '\u200B' }, zone)).not.toContain('\u200B');
  });
});
