import * as v from 'valibot';
import { change, type Item, read } from './items';

/** A small window of ours: what it was opened for, and the tab whose page wished for it. */
export interface OpenWindow {
  readonly id: number;
  /** The tab inside it. */
  readonly tab: number;
  /** A code, `image`, or `tab-N`. */
  readonly about: string;
  readonly wishedBy?: number;
  /** When it was last brought forward or turned to something else. */
  readonly at: number;
}

const openItem: Item<readonly OpenWindow[]> = {
  key: 'windows',
  shape: v.array(
    v.object({
      id: v.number(),
      tab: v.number(),
      about: v.string(),
      wishedBy: v.exactOptional(v.number()),
      at: v.number(),
    }),
  ),
  fallback: [],
  area: 'session',
  steps: [],
};

/** The windows that were opened since the browser was started; some may be closed by now. */
export function openWindows(): Promise<readonly OpenWindow[]> {
  return read(openItem);
}

/** Keeps one window, and forgets those that are `gone`. */
export async function keepWindow(window: OpenWindow | undefined, gone: ReadonlySet<number>): Promise<void> {
  await change(openItem, (all) => [
    ...all.filter(({ id }) => id !== window?.id && !gone.has(id)),
    ...(window ? [window] : []),
  ]);
}
