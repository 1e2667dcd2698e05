import * as v from 'valibot';
import type { Item } from './items';

/** The release that somebody has not been told of yet, as `0.7`; empty where there is nothing to tell. */
export const newsItem: Item<{ release: string }> = {
  key: 'news',
  shape: v.object({ release: v.pipe(v.string(), v.maxLength(20)) }),
  fallback: { release: '' },
  steps: [],
};
