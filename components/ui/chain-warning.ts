import { isolated } from '../../utils/handout/clean-name';
import type { ChainView } from '../../utils/over-time/model';
import { say } from '../../utils/words';

/** What somebody has to do about a chain, where that is so: its last group fills, or none has room. */
export function chainWarning({ name, cells, handing }: ChainView): string | undefined {
  const called = isolated(name);
  const prepare = handing.prepare === undefined ? undefined : cells[handing.prepare];
  if (handing.warn === undefined || cells.length === 0) return undefined;
  if (handing.warn === 'last') {
    return prepare ? say('chainLastPrepare', called, isolated(prepare.name)) : say('chainLast', called);
  }
  if (prepare?.state === 'unknown') return say('chainNobodyCounted', called, isolated(prepare.name));
  if (prepare) return say('chainNoneOpen', called, isolated(prepare.name));
  return say('chainNone', called);
}
