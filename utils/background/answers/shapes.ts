import * as v from 'valibot';
import { bareCode, type InviteCode } from '../../invite-link';
import { settingsShape } from '../../store/items';

// What questions take, as far as several rooms need it.

export const text = v.pipe(v.string(), v.maxLength(2_000));
export const words = v.record(text, text);
export const nothing = v.optional(v.undefined());
export const code = v.custom<InviteCode>((value) => typeof value === 'string' && bareCode(value) !== undefined);
export const codes = v.pipe(v.array(code), v.maxLength(5_000));
export const oneGroup = { account: text, group: text };
export const page = {
  before: v.exactOptional(v.number()),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5_000)),
};
export const recordAsk = v.object({
  filter: v.object({
    text: v.exactOptional(text),
    group: v.exactOptional(text),
    groups: v.exactOptional(v.pipe(v.array(text), v.maxLength(1_000))),
    since: v.exactOptional(v.number()),
    until: v.exactOptional(v.number()),
    state: v.exactOptional(v.picklist(['current', 'retired', 'changed-elsewhere'])),
    shape: v.exactOptional(settingsShape.entries.shape),
    printed: v.exactOptional(v.boolean()),
  }),
  ...page,
});
