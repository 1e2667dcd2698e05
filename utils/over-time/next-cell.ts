import type { Cell, Handing } from './model';

/**
 * Which cell of a chain is handed out: the first with room. A cell that nobody could count is not handed out. To be prepared
 * is the next one that is not full: the one that is handed out after it, or that somebody has to open or count first. Pure.
 */
export function nextCell(cells: readonly Pick<Cell, 'state'>[]): Handing {
  const place = cells.findIndex(({ state }) => state === 'room');
  const prepare = cells.findIndex(({ state }, nth) => nth > place && state !== 'full');
  const isLast = !cells.some(({ state }, nth) => nth > place && state === 'room');
  return {
    ...(place >= 0 && { place }),
    ...(isLast && { warn: place >= 0 ? 'last' : 'none' }),
    ...(prepare >= 0 && { prepare }),
  };
}
