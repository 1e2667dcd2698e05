import * as v from 'valibot';
import { bareCode, type InviteCode } from '../invite-link';
import type { TroubleFacts } from '../trouble';
import type { Intent } from './database';

const text = v.string();

const shape: v.GenericSchema<unknown, Intent> = v.object({
  ...{ id: text, account: text, group: text, name: text },
  code: v.custom<InviteCode>((value) => typeof value === 'string' && bareCode(value) === value),
  sentAt: v.number(),
  reason: v.exactOptional(text),
  trouble: v.exactOptional(v.custom<TroubleFacts>((value) => value instanceof Object && 'kind' in value)),
  unchangedAt: v.exactOptional(v.number()),
  reserve: v.fallback(text, ''),
});

/** An intent as the store gave it; undefined where it is broken. */
export function intent(kept: unknown): Intent | undefined {
  const parsed = v.safeParse(shape, kept);
  return parsed.success ? parsed.output : undefined;
}

/** The one whose outcome is not known. */
export function openOf(intents: readonly Intent[]): Intent | undefined {
  return intents.find(({ unchangedAt }) => unchangedAt === undefined);
}
