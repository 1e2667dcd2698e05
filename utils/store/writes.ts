import { Trouble } from '../trouble';

// Only the background writes to the store, so it knows when nothing has been written: what was made of it holds till then.

let writes = 0;

/** To be called by whoever has written something, or tried to. */
export function wrote(): void {
  writes += 1;
}

/** Whether nothing has been written since this was called. */
export function unwritten(): () => boolean {
  const before = writes;
  return () => writes === before;
}

let isClosed = false;

/** From now on nothing is written any more, whatever was under way; what was forgotten would come back by it. */
export function closeWriting(): void {
  isClosed = true;
}

/** Where it could not be forgotten after all. */
export function openWriting(): void {
  isClosed = false;
}

/** To be called by whoever is about to write. Throws `store-failed`. */
export function mustBeOpen(): void {
  if (isClosed) throw new Trouble('store-failed');
}
