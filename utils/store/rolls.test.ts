import { describe, expect, it } from 'vitest';
import type { Roll } from '../model/group';
import { renewed } from './rolls';

const old: Roll = {
  account: 'a',
  groups: [
    { id: '1@g.us', name: 'One', admin: true, description: 'Known' },
    { id: '2@g.us', name: 'Two' },
    { id: '3@g.us', name: 'By hand', byHand: true },
  ],
  listedAt: 1,
};

describe('a new list of groups', () => {
  it('never wipes what is known by being empty', () => {
    expect(renewed(old, [], 2)).toBe(old);
  });

  it('is empty where nothing was known', () => {
    expect(renewed({ account: 'a', groups: [] }, [], 2)).toEqual({ account: 'a', groups: [], listedAt: 2 });
  });

  it('keeps what only the old one knew, drops what is gone, and keeps what was added by hand', () => {
    expect(renewed(old, [{ id: '1@g.us', name: 'One, renamed' }], 2).groups).toEqual([
      { id: '1@g.us', name: 'One, renamed', admin: true, description: 'Known' },
      { id: '3@g.us', name: 'By hand', byHand: true },
    ]);
  });
});
