import * as v from 'valibot';
import { cleanName } from '../../handout/clean-name';
import type { BackupPart } from '../../keeping/model';
import type { Account } from '../../model/account';
import type { GroupId, Roll } from '../../model/group';
import type { Sites } from '../../model/page';
import type { Settings } from '../../model/settings';
import type { Campaign, Care, Chain, QueueRow, Rules } from '../../over-time/model';
import { campaignShape, careShape, chainShape, rulesShape } from '../../store/care-items';
import { accountShape, settingsShape, sitesShape } from '../../store/items';
import { queueRow } from '../../store/queue';
import { Trouble } from '../../trouble';
import { areRules } from '../care/checked-rules';
import { isDate, isRhythm } from './dates';

export type NamedCare = Care & { readonly name: string };

/** What a backup holds besides rows and keys, read with the store's own shapes. */
export interface Parts {
  readonly accounts: readonly Account[];
  readonly settings: Partial<Settings>;
  readonly rules: Partial<Rules>;
  readonly sites: Partial<Sites>;
  readonly cares: Readonly<Record<GroupId, NamedCare>>;
  readonly campaigns: readonly Campaign[];
  readonly chains: readonly Chain[];
  readonly primaries: Readonly<Record<GroupId, string>>;
  readonly used: readonly { readonly account: string; readonly group: string; readonly at: number }[];
  readonly groups: readonly Roll[];
  readonly queues: Readonly<Record<string, { readonly perMinute: number }>>;
  readonly queueRows: readonly QueueRow[];
}

/** How many entries of each part are not what they should be. */
export type Refused = Readonly<Partial<Record<BackupPart, number>>>;

const text = v.pipe(v.string(), v.maxLength(2_000));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const ms = v.pipe(
  v.number(),
  v.minValue(0),
  v.check((at) => isDate(at)),
);
const size = v.object({ count: v.pipe(v.number(), v.minValue(0)), atLeast: v.boolean() });

const group = v.object({
  ...{ id, name: text },
  kind: v.exactOptional(v.picklist(['group', 'community', 'announcements', 'subgroup'])),
  size: v.exactOptional(size),
  admin: v.exactOptional(v.boolean()),
  approval: v.exactOptional(v.boolean()),
  createdAt: v.exactOptional(ms),
  description: v.exactOptional(v.pipe(v.string(), v.maxLength(10_000))),
  byHand: v.exactOptional(v.boolean()),
});
const roll = v.object({
  account: id,
  groups: v.pipe(v.array(group), v.maxLength(50_000)),
  listedAt: v.exactOptional(ms),
});
const used = v.object({ account: id, group: id, at: ms });
// What follows is held to what people are held to who type it here.
const care = v.pipe(
  v.object({ ...careShape.entries, name: v.pipe(text, v.maxLength(300)) }),
  v.check(({ rhythm }) => isRhythm(rhythm)),
);
const campaign = v.pipe(
  campaignShape,
  v.check(({ startAt, endAt }) => isDate(startAt) && isDate(endAt) && endAt > startAt),
  v.check((one) => isOfGroups(one)),
);
const chain = v.pipe(
  chainShape,
  v.check((one) => isOfGroups(one)),
);
const head = v.object({ perMinute: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)) });
const row = v.pipe(
  v.unknown(),
  v.transform(queueRow),
  v.custom<QueueRow>((one) => one !== undefined),
  v.check(({ at, addedAt }) => isDate(at) && isDate(addedAt)),
);

function isOfGroups({ name, groups }: Pick<Chain, 'name' | 'groups'>): boolean {
  return cleanName(name) !== '' && groups.length > 0;
}

/** Reads the parts, entry by entry: one that is not what it should be costs no other. Throws `not-a-backup`. */
export function partsIn(json: string): { readonly parts: Parts; readonly refused: Refused } {
  const all = fieldsIn(json);
  const refused: Partial<Record<BackupPart, number>> = {};
  const no = (part: BackupPart, count: number) => {
    if (count > 0) refused[part] = (refused[part] ?? 0) + count;
  };
  const list = <T>(part: BackupPart, name: string, shape: v.GenericSchema<unknown, T>): T[] => {
    const { good, bad } = listOf(all[name], shape);
    no(part, bad);
    return good;
  };
  const table = <T>(part: BackupPart, name: string, shape: v.GenericSchema<unknown, T>): Record<string, T> => {
    const { good, bad } = tableOf(all[name], shape);
    no(part, bad);
    return good;
  };
  const parts: Parts = {
    accounts: list('accounts', 'accounts', accountShape),
    settings: fitting(all.settings, settingsShape.entries) as Partial<Settings>,
    rules: rulesIn(all.rules),
    sites: fitting(all.sites, sitesShape.entries) as Partial<Sites>,
    cares: table('cares', 'cares', care),
    campaigns: list('campaigns', 'campaigns', campaign),
    chains: list('chains', 'chains', chain),
    primaries: table('primaries', 'primaries', id),
    used: list('used', 'used', used),
    groups: list('groups', 'groups', roll),
    queues: table('queues', 'queues', head),
    queueRows: list('queues', 'queueRows', row),
  };
  return { parts, refused };
}

function rulesIn(value: unknown): Partial<Rules> {
  const fits = Object.entries(fitting(value, rulesShape.entries));
  return Object.fromEntries(fits.filter(([name, one]) => areRules({ [name]: one }))) as Partial<Rules>;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsIn(json: string): Fields {
  try {
    return fieldsOf(JSON.parse(json));
  } catch {
    throw new Trouble('not-a-backup');
  }
}

function fieldsOf(value: unknown): Fields {
  return value instanceof Object && !Array.isArray(value) ? { ...value } : {};
}

function listOf<T>(value: unknown, shape: v.GenericSchema<unknown, T>): { good: T[]; bad: number } {
  if (value === undefined) return { good: [], bad: 0 };
  if (!Array.isArray(value)) return { good: [], bad: 1 };
  const good = value.flatMap((one) => parsed(shape, one));
  return { good, bad: value.length - good.length };
}

function tableOf<T>(value: unknown, shape: v.GenericSchema<unknown, T>): { good: Record<string, T>; bad: number } {
  if (value === undefined) return { good: {}, bad: 0 };
  const entries = Object.entries(fieldsOf(value));
  const good = entries.flatMap(([key, one]) =>
    v.is(id, key) && key !== '__proto__' ? parsed(shape, one).map((found) => [key, found] as const) : [],
  );
  const isTable = value instanceof Object && !Array.isArray(value);
  return { good: Object.fromEntries(good), bad: isTable ? entries.length - good.length : 1 };
}

function parsed<T>(shape: v.GenericSchema<unknown, T>, value: unknown): T[] {
  const found = v.safeParse(shape, value);
  return found.success ? [found.output] : [];
}

/** The fields that fit their shapes; what is not known, or not what it should be, stays what it is here. */
function fitting(value: unknown, shapes: Readonly<Record<string, v.GenericSchema>>): Fields {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([name, one]) => {
      const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
      return shape ? parsed(shape, one).map((found) => [name, found] as const) : [];
    }),
  );
}
