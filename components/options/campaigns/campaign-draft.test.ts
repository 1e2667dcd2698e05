import { describe, expect, it } from 'vitest';
import { type CampaignDraft, campaignOf, draftOf, faultsIn, freshDraft, withGroup } from './campaign-draft';

const now = Date.parse('2026-04-09T10:25+02:00');
const zone = 'Europe/Paris';
const good: CampaignDraft = { ...freshDraft(now, zone), name: 'Spring launch', groups: ['1@g.us'] };

describe('a campaign in the form', () => {
  it('begins with this hour, lasts a week and keeps its links', () => {
    expect(freshDraft(now, zone)).toMatchObject({ start: '2026-04-09T10:00', end: '2026-04-16T10:00', atEnd: 'keep' });
    expect(faultsIn(good, now, zone)).toEqual({});
  });

  it.each<[Partial<CampaignDraft>, object]>([
    [{ name: '  ' }, { name: 'campaignNameMissing' }],
    [{ start: '' }, { start: 'campaignTimeMissing' }],
    [{ end: '2026-04' }, { end: 'campaignTimeMissing' }],
    [{ end: '2026-04-09T10:00' }, { end: 'campaignEndsFirst' }],
    [{ groups: [] }, { groups: 'campaignGroupsMissing' }],
    [{ start: '2026-04-01T10:00', end: '2026-04-02T10:00' }, {}],
    [{ start: '2026-04-01T10:00', end: '2026-04-02T10:00', atEnd: 'retire' }, { end: 'campaignEndPassed' }],
    [{ end: '2026-04-09T10:26', atEnd: 'retire' }, {}],
  ])('%j', (part, faults) => {
    expect(faultsIn({ ...good, ...part }, now, zone)).toEqual(faults);
  });

  it('becomes the campaign that is meant, and comes back as it was', () => {
    const meant = campaignOf({ ...good, name: ' Spring launch ', notes: ' a\n' }, zone);
    expect(meant).toMatchObject({
      ...{ name: 'Spring launch', notes: 'a' },
      startAt: Date.parse('2026-04-09T10:00+02:00'),
    });
    expect(meant && draftOf(meant, zone)).toEqual({ ...good, notes: 'a' });
    expect(campaignOf({ ...good, end: '' }, zone)).toBeUndefined();
  });

  it('has each group once', () => {
    expect(withGroup(['a'], 'a')).toEqual(['a']);
    expect(withGroup(['a'], 'b')).toEqual(['a', 'b']);
  });
});
