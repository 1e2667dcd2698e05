import { beforeEach, describe, expect, it, vi } from 'vitest';
import catalogue from '../public/_locales/en/messages.json';
import { browser } from './browser';
import { troubleKinds } from './trouble';
import { troubleWords, wordsOfKind } from './wording';
import { pluralForm, say } from './words';

/** The browser's part: the catalogue's sentence, filled in. */
beforeEach(() => {
  const sentences = new Map(Object.entries(catalogue));
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string, values?: unknown) =>
    (sentences.get(key)?.message ?? '').replace(/\$(\d)/g, (_, nth) => String([values].flat()[nth - 1] ?? '')),
  );
});

describe('words for every kind of trouble', () => {
  it.each(troubleKinds)('%s says what happened and what to do', (kind) => {
    for (const word of wordsOfKind(kind)) expect(catalogue[word].message).toMatch(/^[A-Z$].{8,}[.?]$/);
  });

  it('blames nobody and never shrugs', () => {
    const text = troubleKinds.flatMap((kind) => wordsOfKind(kind).map((word) => catalogue[word].message)).join(' ');
    expect(text).not.toMatch(/something went wrong|oops|invalid code|error \d/i);
  });
});

describe('words where more than the kind is known', () => {
  it.each([
    ['SCAN_QR_CODE', 'Scan the QR code in WAHA’s dashboard'],
    ['PASSKEY_REQUIRED', 'passkey in WAHA’s dashboard'],
    ['PASSKEY_CONFIRMATION_REQUIRED', 'passkey in WAHA’s dashboard'],
    ['STOPPED', 'Start or restart the session in WAHA’s dashboard'],
    ['FAILED', 'Start or restart the session in WAHA’s dashboard'],
    ['STARTING', 'Wait a moment'],
    ['toString', 'Open the gateway’s dashboard'],
  ])('a session that is %s', (state, next) => {
    const words = troubleWords({ kind: 'session-down', state, make: 'WAHA' });
    expect(words.next).toContain(next);
    expect(words.what).toContain(state);
  });

  it('a link that GOWS handed back', () => {
    const words = troubleWords({ kind: 'not-rotated', engine: 'GOWS', make: 'WAHA' });
    expect(words.what).toContain('GOWS');
    expect(words.next).toMatch(/on the phone.*WAHA has to run another engine/);
    expect(words.detail).toBe('Engine GOWS');
    expect(troubleWords({ kind: 'not-rotated', engine: 'NOWEB' }).next).toBe(say('troubleNotRotatedNext'));
  });
});

describe('plural forms', () => {
  it('picks the wanted form, and other where it is missing', () => {
    const forms = 'one: 1 member ¦ other: 7 members';
    expect(pluralForm(forms, 'one')).toBe('1 member');
    expect(pluralForm(forms, 'few')).toBe('7 members');
    expect(pluralForm('no forms at all', 'one')).toBe('no forms at all');
  });
});
