import { describe, expect, it } from 'vitest';
import type { AccountView, Make } from '../../utils/model';
import { blank, draft, faults, filled, uniqueName } from './account-draft';

const make: Make = {
  id: 'acme',
  label: 'Acme',
  keyPage: 'https://acme.example/keys',
  server: 'https://api.acme.example',
  fields: [
    { key: 'instance', kind: 'text' },
    { key: 'token', kind: 'secret' },
    { key: 'headers', kind: 'switch', advanced: true },
    { key: 'note', kind: 'text', optional: true },
  ],
  lacks: [],
};
const { server: _, ...selfHosted } = make;
const account: AccountView = {
  id: 'a1',
  make: 'acme',
  makeLabel: 'Acme',
  name: 'Shop',
  server: 'https://api.acme.example',
  origin: 'https://api.acme.example/*',
  allowed: true,
  fields: { instance: 'I1' },
  secrets: ['token'],
  addedAt: 0,
};

describe('uniqueName', () => {
  it('counts up past the names that are taken', () => {
    expect(uniqueName('Acme', ['Shop'])).toBe('Acme');
    expect(uniqueName('Acme', ['acme ', 'Acme 2'])).toBe('Acme 3');
  });
});

describe('faults', () => {
  it('finds what is empty and must not be', () => {
    expect(Object.keys(faults(blank(make, []), make))).toEqual(['instance', 'token']);
    expect(faults({ ...blank(make, []), values: { instance: 'I1', token: ' ' } }, make)).toEqual({
      token: { kind: 'bad-field', field: 'token' },
    });
  });

  it('asks for no secret that is kept', () => {
    expect(faults(filled(account, make), make)).toEqual({});
  });

  it('wants a kept secret again for another server', () => {
    const moved = { ...filled(account, make), server: 'https://gateway.acme.example' };
    expect(faults(moved, make)).toEqual({ token: { kind: 'key-again', field: 'token' } });
    expect(faults({ ...moved, values: { ...moved.values, token: 'typed anew' } }, make)).toEqual({});
  });

  it('names what is wrong with a server', () => {
    const typed = filled(account, make);
    expect(faults({ ...typed, server: 'http://acme.example' }, make).server?.kind).toBe('needs-https');
    expect(faults({ ...typed, server: 'https://a b' }, make).server?.kind).toBe('bad-address');
    expect(faults(typed, selfHosted).server?.kind).toBe('bad-field');
  });
});

describe('draft', () => {
  it('parts secrets from the rest and takes the address of the make', () => {
    const typed = { ...blank(make, []), values: { instance: ' I1 ', token: 'secret', headers: 'on' } };
    expect(draft(typed, make)).toEqual({
      make: 'acme',
      name: 'Acme',
      server: 'https://api.acme.example',
      fields: { instance: 'I1', headers: 'on' },
      secrets: { token: 'secret' },
    });
  });

  it('keeps the id, and sends no secret that was not typed', () => {
    expect(draft({ ...filled(account, make), name: ' ' }, make)).toMatchObject({ id: 'a1', name: 'Acme', secrets: {} });
  });
});
