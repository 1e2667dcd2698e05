import { describe, expect, it } from 'vitest';
import { filterOf, firstWish } from './wish';

describe('what is looked for', () => {
  it('is everything at first, or all of the group in the address', () => {
    expect(filterOf(firstWish(''))).toEqual({});
    expect(filterOf(firstWish('120363%40g.us'))).toEqual({ group: '120363@g.us' });
    expect(filterOf(firstWish('120363@g.us'))).toEqual({ group: '120363@g.us' });
    expect(filterOf(firstWish('100%'))).toEqual({ group: '100%' });
  });

  it('takes whole days, as they are here', () => {
    const { since = 0, until = 0 } = filterOf({ ...firstWish(''), since: '2026-04-09', until: '2026-04-09' });
    expect(new Date(since)).toEqual(new Date(2026, 3, 9, 0, 0, 0, 0));
    expect(new Date(until)).toEqual(new Date(2026, 3, 9, 23, 59, 59, 999));
  });

  it('does not heed a date that is not whole', () => {
    expect(filterOf({ ...firstWish(''), since: '2026-04', until: '' })).toEqual({});
  });

  it('says whether it should be on paper only when asked', () => {
    expect(filterOf({ ...firstWish(''), printed: 'no', text: ' a ' })).toEqual({ printed: false, text: 'a' });
    expect(filterOf({ ...firstWish(''), printed: 'yes', state: 'retired', shape: 'qr' })).toEqual({
      ...{ printed: true, state: 'retired', shape: 'qr' },
    });
  });
});
