/** Match patterns of the pages that are looked at. */
export interface Reach {
  readonly matches: string[];
  readonly excludeMatches: string[];
}

export const everywhere = '*://*/*';

export function pagesOf(host: string): string {
  return `*://${host}/*`;
}

/** Whether a match pattern can be made of it; one that cannot would have the whole list refused. */
export function hasPages(host: string): boolean {
  return /^[a-z\d]([a-z\d.-]*[a-z\d])?$/.test(host);
}

/** Host name of a page on the web. */
export function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:/.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).hostname;
}

export function isSwitchedOff(host: string, { excludeMatches }: Reach): boolean {
  return excludeMatches.includes(pagesOf(host));
}

export function isWithin(host: string, { matches, excludeMatches }: Reach): boolean {
  const pages = pagesOf(host);
  return !excludeMatches.includes(pages) && (matches.includes(everywhere) || matches.includes(pages));
}

export function sameReach(one: Partial<Reach>, other: Reach): boolean {
  return same(one.matches, other.matches) && same(one.excludeMatches, other.excludeMatches);
}

function same(some: readonly string[] = [], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
