import * as v from 'valibot';
import type { Item } from './items';

// What is kept about sending and about settings that follow their person.

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export interface SentToHost {
  readonly first: number;
  readonly last: number;
  /** By kind of request, in words that the faces know. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** What was sent, by host: counts and two times, never an address, a code or an answer. */
export const sentItem: Item<Record<string, SentToHost>> = {
  key: 'sent',
  shape: v.record(
    v.pipe(v.string(), v.maxLength(300)),
    v.object({ first: v.number(), last: v.number(), kinds: v.record(v.pipe(v.string(), v.maxLength(20)), count) }),
  ),
  fallback: {},
  steps: [],
};

/** A setting as it last went up, or came down. */
interface Known {
  /** Of the change, in ms since 1970. */
  readonly at: number;
  /** The value as JSON. */
  readonly text: string;
}

/** Whether settings follow, and what is known of each. */
export const followItem: Item<{ on: boolean; known: Record<string, Known> }> = {
  key: 'follow',
  shape: v.object({
    on: v.boolean(),
    known: v.record(v.string(), v.object({ at: v.number(), text: v.string() })),
  }),
  fallback: { on: false, known: {} },
  steps: [],
};

/** The items that lie on the disk. */
export const keepingItems = [sentItem, followItem] as const;
