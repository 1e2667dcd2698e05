import { describe, expect, it } from 'vitest';
import type { AccountView, Make } from '../../utils/model/account';
import { blank, draft, faults, filled, leftOut, missingKeys, serverOf, uniqueName, withPasted } from './account-draft';

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
  ...{ allowed: true, demo: false, copyOnly: false },
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

describe('what was pasted', () => {
  const own: Make = { ...selfHosted, port: 3000, pages: ['/dashboard'] };
  const found = { fields: { instance: 'I2' }, secrets: { token: 'T' } };

  it('fills the form and leaves the rest, and what is missing shows', () => {
    const typed = { ...blank(own, []), name: 'Shop', values: { note: 'x' } };
    expect(missingKeys(typed, own)).toEqual(['server', 'instance', 'token']);
    const full = withPasted(typed, { ...found, server: 'http://nas:3000' }, own);
    expect(full).toMatchObject({ name: 'Shop', server: 'http://nas:3000' });
    expect(full.values).toEqual({ note: 'x', instance: 'I2', token: 'T' });
    expect(missingKeys(full, own)).toEqual([]);
  });

  it('leaves the address empty where it is the make’s own', () => {
    expect(withPasted(blank(make, []), { ...found, server: 'https://api.acme.example' }, make).server).toBe('');
  });

  it('leaves a page of the make’s out of the address, unless the account has had it before', () => {
    const typed = { ...blank(own, []), server: 'nas:3000/evo/dashboard/login' };
    expect(serverOf(typed, own)).toBe('http://nas:3000/evo');
    expect(leftOut(typed, own)).toBe('/dashboard');
    const kept = { ...typed, server: 'http://nas:3000/dashboard', keptFor: 'http://nas:3000/dashboard' };
    expect(serverOf(kept, own)).toBe('http://nas:3000/dashboard');
    expect(leftOut({ ...typed, server: 'ftp://x' }, own)).toBeUndefined();
  });
});

it('starts a form with what usually stands in it', () => {
  const preset: Make = { ...make, fields: [{ key: 'session', kind: 'text', preset: 'default' }] };
  expect(blank(preset, []).values).toEqual({ session: 'default' });
});
