import { describe, expect, it } from 'vitest';
import type { CampaignView } from '../../../utils/over-time/model';
import { filterWithin } from './use-within';

const campaign: CampaignView = {
  ...{ id: 'c', name: 'Spring', startAt: 100, endAt: 900, groups: ['1@g.us', '2@g.us'], notes: '', atEnd: 'keep' },
  ...{ state: 'over', names: ['One', 'Two'] },
};

describe('what is looked for in a campaign', () => {
  it('is what is looked for, where there is none', () => {
    expect(filterWithin({}, { text: 'a', since: 5 })).toEqual({ text: 'a', since: 5 });
  });

  it.each([
    [{}, { since: 100, until: 900 }],
    [
      { since: 50, until: 950 },
      { since: 100, until: 900 },
    ],
    [
      { since: 200, until: 300 },
      { since: 200, until: 300 },
    ],
    [{ since: 950 }, { since: 950, until: 900 }],
  ])('never leaves its time: %j', (wish, days) => {
    expect(filterWithin({ campaign }, { ...wish, text: 'a' })).toEqual({ text: 'a', groups: campaign.groups, ...days });
  });
});
