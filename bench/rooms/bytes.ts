import type { Bench } from '../bench.ts';
import { weighed } from '../bytes.mjs';
import type { Case, Report } from '../report.ts';

/** What each part of the built extension weighs, against what it should: its goal where it may be heavier for now. */
export async function bytes({ built }: Bench): Promise<Report> {
  const cases = weighed(built.chromium).map(({ name, minified, gzip, limits }): Case => {
    const lines = [
      { name: 'as built', samples: [minified], goal: { most: (limits.goal ?? limits).minified } },
      { name: 'gzip -9', samples: [gzip], goal: { most: (limits.goal ?? limits).gzip } },
    ];
    return { name, unit: 'bytes', lines, floorless: true };
  });
  return { title: 'Bytes of the built Chrome folder', cases };
}
