import { describe, expect, it } from 'vitest';
import catalogue from '../public/_locales/en/messages.json';
import { troubleKinds } from './trouble';
import { troubleTable } from './wording';
import { pluralForm } from './words';

describe('words for every kind of trouble', () => {
  it.each(troubleKinds)('%s says what happened and what to do', (kind) => {
    for (const word of troubleTable[kind]) expect(catalogue[word].message).toMatch(/^[A-Z$].{8,}[.?]$/);
  });

  it('blames nobody and never shrugs', () => {
    const text = troubleKinds.flatMap((kind) => troubleTable[kind].map((word) => catalogue[word].message)).join(' ');
    expect(text).not.toMatch(/something went wrong|oops|invalid code|error \d/i);
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
