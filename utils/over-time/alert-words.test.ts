import { beforeEach, describe, expect, it, vi } from 'vitest';
import catalogue from '../../public/_locales/en/messages.json';
import { browser } from '../browser';
import { alertWords, asksSomebody } from './alert-words';
import type { Alert, AlertKind } from './model';

beforeEach(() => {
  const sentences = new Map(Object.entries(catalogue));
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string, values?: unknown) =>
    (sentences.get(key)?.message ?? '').replace(/\$(\d)/g, (_, nth) => String([values].flat()[nth - 1] ?? '')),
  );
});

const kinds: readonly AlertKind[] = [
  ...(['changed-elsewhere', 'rotated', 'not-admin', 'gone', 'session-down', 'check-failed', 'overdue'] as const),
  ...(['printed', 'changed', 'not-rotated', 'paused', 'locked', 'filling', 'full', 'last-cell', 'no-cell'] as const),
  ...(['campaign-over', 'queue-stopped', 'queue-done'] as const),
];
const at = Date.UTC(2026, 10, 21, 10, 5);
const bare = (kind: AlertKind): Alert => ({ kind, id: kind, since: at, at, times: 1, name: 'VIP' });
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '').replace(/\u202f/g, ' ');
const textOf = (alert: Alert, zone = 'UTC') => plain(alertWords(alert, zone).text);

describe('an alert in words', () => {
  it.each(kinds)('%s says what it is about and what to do, whatever is known of it', (kind) => {
    const full = { between: { from: at - 3_600_000, to: at }, count: 922, of: 1024, next: 'VIP 2' };
    for (const alert of [
      bare(kind),
      { ...bare(kind), ...full },
      { ...bare(kind), trouble: { kind: 'unreachable' } as const },
    ]) {
      const { title, text } = alertWords(alert);
      expect(title).toMatch(/^[A-Z].{5,40}$/);
      expect(text).toContain('VIP');
      expect(text).toMatch(/^.{20,260}[.]$/);
      expect(text).not.toMatch(/undefined|\$\d| {2}/);
    }
  });

  it('names the time between, the day once where it is one day', () => {
    const alert = { ...bare('changed-elsewhere'), between: { from: at, to: at + 3_600_000 } };
    expect(textOf(alert)).toContain('between Nov 21, 2026, 10:05 AM and 11:05 AM');
    expect(textOf(alert, 'Asia/Tokyo')).toContain('between Nov 21, 2026, 7:05 PM and 8:05 PM');
    expect(textOf(alert, 'Pacific/Kiritimati')).toContain('between Nov 22, 2026, 12:05 AM and 1:05 AM');
    expect(textOf(alert, 'America/Los_Angeles')).toContain('between Nov 21, 2026, 2:05 AM and 3:05 AM');
    const long = { ...alert, between: { from: at, to: at + 86_400_000 } };
    expect(textOf(long)).toContain('between Nov 21, 2026, 10:05 AM and Nov 22, 2026, 10:05 AM');
    expect(textOf({ ...alert, between: { from: at, to: at + 20_000 } })).toContain('at Nov 21, 2026, 10:05 AM.');
    expect(textOf({ ...alert, between: { to: at } })).toContain('some time before Nov 21, 2026, 10:05 AM');
  });

  it('falls back to the browser’s own zone where the rules’ is unknown to it', () => {
    const alert = { ...bare('changed-elsewhere'), between: { from: at, to: at } };
    expect(() => alertWords(alert, 'Mars/Phobos')).not.toThrow();
  });

  it('is not turned around by a name, nor by what a gateway says', () => {
    const state = `DOWN\u202Eevil\n\n${'x'.repeat(300)}`;
    const alert = {
      ...bare('session-down'),
      name: 'a\u202Eb\u0000c',
      trouble: { kind: 'session-down', state } as const,
    };
    const { text } = alertWords(alert);
    expect(text).not.toMatch(/\u202E|\n/);
    expect(text.length).toBeLessThan(400);
    expect(plain(alertWords({ ...bare('gone'), name: '\u200B' }).text)).toContain('A group');
  });

  it('asks somebody where something waits for a person', () => {
    const asking = kinds.filter((kind) => asksSomebody({ kind }));
    expect(asking).not.toContain('rotated');
    expect(asking).not.toContain('locked');
    expect(asking).toEqual(expect.arrayContaining(['overdue', 'printed', 'changed', 'paused', 'changed-elsewhere']));
  });
});
