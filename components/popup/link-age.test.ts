import { describe, expect, it } from 'vitest';
import { bareCode } from '../../utils/invite-link';
import { linkAge } from './link-age';

const now = 1_800_000_000_000;
const hourMs = 60 * 60_000;
const code = bareCode('AbCdEfGhIjKlMnOpQrStUv');
const changed = (byUs: boolean) => code && { previous: { code, at: now - hourMs, byUs } };

describe('linkAge', () => {
  it('is exact for a link that Latchkey made', () => {
    expect(linkAge({ since: now - hourMs, ...changed(true) }, now)).toEqual({ ms: hourMs, atLeast: false });
  });

  it('is a lower bound for a link that was there before, or changed elsewhere', () => {
    expect(linkAge({ since: now - 41 * 24 * hourMs }, now)).toEqual({ ms: 41 * 24 * hourMs, atLeast: true });
    expect(linkAge({ since: now - 25 * hourMs, ...changed(false) }, now)).toMatchObject({ atLeast: true });
  });

  it('says nothing in the first day of knowing a link of others', () => {
    expect(linkAge({ since: now - hourMs }, now)).toBeUndefined();
    expect(linkAge({ since: now - hourMs, ...changed(false) }, now)).toBeUndefined();
    expect(linkAge({}, now)).toBeUndefined();
  });
});
