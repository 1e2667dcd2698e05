import { beforeEach, describe, expect, it, vi } from 'vitest';
import catalogue from '../../public/_locales/en/messages.json';
import { browser } from '../browser';
import { bareCode } from '../invite-link';
import type { Sight } from '../model/sight';
import { Trouble } from '../trouble';
import { sightInWords, troubleInWords } from './page-words';

const code = bareCode('HFakeDemo01abcdefgh12X');
if (!code) throw new Error('Not a code');
const now = 100 * 60_000;
const live: Sight = { code, verdict: 'live', sources: ['gateway'], seenAt: now };

/** The browser's part: the catalogue's sentence, filled in. */
beforeEach(() => {
  const sentences = new Map(Object.entries(catalogue));
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string, values?: unknown) =>
    (sentences.get(key)?.message ?? '').replace(/\$(\d)/g, (_, nth) => String([values].flat()[nth - 1] ?? '')),
  );
});

describe('a sight in words', () => {
  it('says no more than is known', () => {
    expect(Object.keys(sightInWords(live, now)).toSorted()).toEqual(
      ['isOld', 'meaning', 'seen', 'sign', 'verdict', 'verdictWords'].toSorted(),
    );
  });

  it('says all that is known', () => {
    const facts = { name: 'Éclair Club', description: 'Cakes.', size: { count: 12, atLeast: true }, parent: 'Town' };
    const told = sightInWords({ ...live, ...facts, own: { relation: 'admin', seenAt: now, code: 'current' } }, now);
    expect(told).toMatchObject({ verdict: 'live', name: 'Éclair Club', initial: 'É', description: 'Cakes.' });
    expect(told.size).toMatch(/at least 12/);
    expect(told.more).toMatch(/Town/);
    expect(told.own).toMatch(/admin/);
  });

  it('hands over nothing that strangers could do harm with', () => {
    const told = sightInWords({ ...live, name: 'Sale \u202Egpj\u202C', description: '\u200B \u2066' }, now);
    expect(told.name).toBe('Sale gpj');
    expect(told).not.toHaveProperty('description');
    expect(sightInWords({ ...live, name: '\u200B' }, now)).toMatchObject({
      ...{ name: catalogue.menuUnnamed.message, initial: '…' },
    });
  });

  it('says when another look is worth it', () => {
    expect(sightInWords(live, now + 9 * 60_000).isOld).toBe(false);
    expect(sightInWords(live, now + 11 * 60_000).isOld).toBe(true);
    expect(sightInWords({ ...live, verdict: 'unknown', trouble: { kind: 'too-soon' } }, now).isOld).toBe(true);
  });
});

it('tells a page of a trouble in words, and nothing of hosts and accounts', () => {
  const { facts } = troubleInWords(new Trouble('too-soon', { host: 'gate.example', said: 'no', waitMs: 5_000 }));
  expect(Object.keys(facts).toSorted()).toEqual(['kind', 'waitMs', 'words']);
  expect(facts.words).toMatch(/5 seconds/);
  expect(troubleInWords(new Error('secret')).facts.words).toContain(catalogue.troubleUnexpectedNext.message);
});
