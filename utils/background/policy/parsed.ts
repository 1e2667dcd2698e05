import * as v from 'valibot';
import type { ManagedAccount, Policy } from '../../model/policy';
import { rulesShape } from '../../store/care-items';
import { noPolicy, settingsShape } from '../../store/items';
import { areRules } from '../care/checked-rules';
import { hasPages } from '../reach';
import type { Given } from './given';
import { managedAccount, type Unread } from './managed-account';

type Part = 'rights' | 'settings' | 'rules' | 'fill' | 'sites';
/** Where a value belongs, under which name, and what it must be. */
type Place = readonly [part: Part, key: string, shape: v.GenericSchema];

const yesNo = v.boolean();
const host = v.pipe(v.string(), v.toLowerCase(), v.maxLength(253), v.check(hasPages));
const { shape, badge, menuOff, joinsPerMinute, joinOnly, greeting, lockAfterMinutes } = settingsShape.entries;
const { watching, everyMinutes, zone, freeze, coolDownMinutes, fill, notice } = rulesShape.entries;
const { wrapped: quiet } = rulesShape.entries.quiet;
const rule = (key: string, shape: v.GenericSchema) =>
  v.pipe(
    shape,
    v.check((value) => areRules({ [key]: value })),
  );

/** Every value but `accounts` and `queuePerMinute`, by the name that administrators give it: docs/TEAMS.md. */
const places: Readonly<Record<string, Place>> = {
  mayAddAccounts: ['rights', 'mayAddAccounts', yesNo],
  mayRetire: ['rights', 'mayRetire', yesNo],
  mayJoin: ['rights', 'mayJoin', yesNo],
  joinOnly: ['settings', 'joinOnly', joinOnly],
  joinsPerMinute: ['settings', 'joinsPerMinute', joinsPerMinute],
  greeting: ['settings', 'greeting', greeting],
  handOutAs: ['settings', 'shape', shape],
  lockAfterMinutes: ['settings', 'lockAfterMinutes', lockAfterMinutes],
  pageBadge: ['settings', 'badge', badge],
  menuOff: ['settings', 'menuOff', menuOff],
  watch: ['rules', 'watching', watching],
  watchEveryMinutes: ['rules', 'everyMinutes', everyMinutes],
  coolDownMinutes: ['rules', 'coolDownMinutes', coolDownMinutes],
  quietHours: ['rules', 'quiet', rule('quiet', quiet)],
  freezeDays: ['rules', 'freeze', rule('freeze', freeze)],
  timeZone: ['rules', 'zone', rule('zone', zone)],
  resetNotice: ['rules', 'notice', notice],
  fullAtPercent: ['fill', 'percent', fill.entries.percent],
  fullAtMembers: ['fill', 'ceiling', fill.entries.ceiling],
  pagesEverywhere: ['sites', 'everywhere', yesNo],
  pagesOn: ['sites', 'on', v.array(host)],
  pagesOff: ['sites', 'off', v.array(host)],
};

/** Every name that a policy may use. */
export const policyNames: readonly string[] = ['accounts', 'queuePerMinute', ...Object.keys(places)];

/** What can be read of a policy. What cannot is left out, one by one, and named. */
export async function parsed(given: Given): Promise<Policy> {
  const unread: string[] = [];
  const parts: Record<Part, Record<string, unknown>> = { rights: {}, settings: {}, rules: {}, fill: {}, sites: {} };
  const names: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const place = Object.hasOwn(places, name) ? places[name] : undefined;
    if (!place) continue;
    const [part, key, shape] = place;
    const good = taken(shape, value, (at) => unread.push(`${name}${at}`));
    if (good === undefined) continue;
    parts[part][key] = good;
    names.push(name);
  }
  const accounts = await accountsIn(given.accounts, unread);
  const pace =
    given.queuePerMinute === undefined
      ? undefined
      : taken(joinsPerMinute, given.queuePerMinute, () => unread.push('queuePerMinute'));
  if (accounts.length > 0) names.push('accounts');
  if (pace !== undefined) names.push('queuePerMinute');
  unread.push(...Object.keys(given).filter((name) => !policyNames.includes(name)));
  return {
    ...noPolicy,
    ...{ ...parts, accounts, given: names.toSorted(), unread },
    ...(typeof pace === 'number' && { queuePerMinute: pace }),
  };
}

/** The value, without those of its members that cannot be read; undefined where nothing of it can. */
function taken(shape: v.GenericSchema, value: unknown, unread: Unread): unknown {
  const whole = v.safeParse(shape, value);
  if (whole.success) return whole.output;
  if (!Array.isArray(value)) {
    unread('');
    return undefined;
  }
  const good = value.filter((one: unknown, nth) => {
    const isGood = v.is(shape, [one]);
    if (!isGood) unread(`[${nth}]`);
    return isGood;
  });
  const rest = v.safeParse(shape, good);
  return rest.success && good.length > 0 ? rest.output : undefined;
}

/** Of two with one name the first is meant. */
async function accountsIn(value: unknown, unread: string[]): Promise<ManagedAccount[]> {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    unread.push('accounts');
    return [];
  }
  const all: ManagedAccount[] = [];
  for (const [nth, one] of value.entries()) {
    const place = (name: string) => `accounts[${nth}]${name && `.${name}`}`;
    const account = await managedAccount(one, (name) => unread.push(place(name)));
    if (account && all.some(({ id }) => id === account.id)) unread.push(place('name'));
    else if (account) all.push(account);
  }
  return all;
}
