import * as v from 'valibot';
import { type TroubleKind, troubleKinds } from '../trouble';
import type { Item } from './items';

const ms = v.number();

/** By source, how it was asked last: it must outlive the worker, or a page could end it to be rid of the pace. */
export const pacesItem: Item<
  Record<
    string,
    { lastAt: number; gapMs: number; strikes: number; restFrom: number; restMs: number; restFor?: TroubleKind }
  >
> = {
  key: 'paces',
  shape: v.record(
    v.string(),
    v.object({
      ...{ lastAt: ms, gapMs: ms, strikes: ms, restFrom: ms, restMs: ms },
      restFor: v.exactOptional(v.picklist(troubleKinds)),
    }),
  ),
  fallback: {},
  area: 'session',
  steps: [],
};
