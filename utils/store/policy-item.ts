import * as v from 'valibot';
import type { ManagedAccount, Policy } from '../model/policy';

const text = v.string();
const texts = v.array(text);
/** What was read with care before it was written is not read so again: this is read with every answer. */
const part = v.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
const words = v.record(text, text);

const account: v.GenericSchema<unknown, ManagedAccount> = v.object({
  ...{ id: text, make: text, name: text, server: text, fields: words, given: texts, asks: texts },
});

const shape: v.GenericSchema<unknown, Policy> = v.object({
  accounts: v.array(account),
  ...{ rights: part, settings: part, rules: part, fill: part, sites: part },
  queuePerMinute: v.exactOptional(v.number()),
  ...{ given: texts, unread: texts },
});

/** Nobody has set anything. */
export const noPolicy: Policy = {
  ...{ accounts: [], rights: {}, settings: {}, rules: {}, fill: {}, sites: {}, given: [], unread: [] },
};

/**
 * What an administrator has set, as it was last read from the browser, without any key. It is kept so that nobody has to wait
 * for the browser, and can be read anew at any time: so it has no mirror.
 */
export const policyItem = { key: 'policy', shape, fallback: noPolicy, derived: true, steps: [] } as const;
