import * as v from 'valibot';
import type { Account, Field } from '../../model/account';
import type { ManagedAccount } from '../../model/policy';
import { makes, signOf } from '../../providers/makes';
import { serverAddress } from '../../server-address';

/** A value of the policy that could not be read, by its place. */
export type Unread = (place: string) => void;

const shape = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  make: v.picklist(makes.filter(({ demo }) => !demo).map(({ id }) => id)),
  server: v.optional(v.string(), ''),
  fields: v.optional(v.record(v.string(), v.unknown()), {}),
  key: v.optional(v.unknown()),
});

/** What the policy says where its user is to type the key. */
const ask = 'ask';

/** An account as a policy has it; undefined where it cannot be used. Its key is looked at, and left where it is. */
export async function managedAccount(value: unknown, unread: Unread): Promise<ManagedAccount | undefined> {
  const parsed = v.safeParse(shape, value);
  if (!parsed.success) {
    unread(fieldOf(parsed.issues));
    return undefined;
  }
  const { name, make: id, key, ...typed } = parsed.output;
  const make = await signOf(id)?.fetched();
  const server = make && addressOf(typed.server || (make.server ?? ''));
  const fields = make && fieldsOf(make.fields, typed.fields, unread);
  if (server === undefined) unread('server');
  if (!server || !fields) return undefined;
  const secret = make.fields.find(({ kind }) => kind === 'secret');
  return { id: idOf(name), make: id, name, server, fields, ...keyOf(secret, key, unread) };
}

/** What a policy's account is called in our store: by its name, so that another name is another account. */
export function idOf(name: string): string {
  return `policy-${encodeURIComponent(name).replaceAll('%', '~')}`;
}

/** The key that the policy holds for an account with this name and server, where it still does. */
export function keyIn(value: unknown, { name, server }: Pick<Account, 'name' | 'server'>): string | undefined {
  const found = v.safeParse(v.array(v.unknown()), value);
  const all = found.success ? found.output : [];
  for (const one of all) {
    const parsed = v.safeParse(shape, one);
    if (!parsed.success || parsed.output.name !== name) continue;
    const { key, ...typed } = parsed.output;
    // What was meant for one server goes to no other.
    const isThere = !typed.server || addressOf(typed.server) === server;
    return isThere && isKey(key) ? key : undefined;
  }
  return undefined;
}

function keyOf(secret: Field | undefined, key: unknown, unread: Unread): Pick<ManagedAccount, 'given' | 'asks'> {
  if (!secret) return { given: [], asks: [] };
  if (isKey(key)) return { given: [secret.key], asks: [] };
  const isAsked = key === ask || (key === undefined && !secret.optional);
  if (key !== undefined && key !== ask) unread('key');
  return { given: [], asks: isAsked || key !== undefined ? [secret.key] : [] };
}

function isKey(key: unknown): key is string {
  return typeof key === 'string' && key !== ask && key.trim() !== '' && isHeaderSafe(key);
}

function fieldsOf(
  known: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  unread: Unread,
): Record<string, string> | undefined {
  const open = known.filter(({ kind }) => kind !== 'secret');
  for (const key of Object.keys(given)) if (!open.some((field) => field.key === key)) unread(`fields.${key}`);
  const entries = open.map(({ key, optional, preset }) => {
    const value = String(given[key] ?? preset ?? '').trim();
    const isGood = isHeaderSafe(value) && (value !== '' || optional === true);
    if (!isGood) unread(`fields.${key}`);
    return [key, isGood ? value : undefined] as const;
  });
  if (entries.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(entries.map(([key, value]) => [key, value ?? '']));
}

function addressOf(server: string): string | undefined {
  try {
    return serverAddress(server);
  } catch {
    return undefined;
  }
}

/** What travels in headers is printable ASCII. */
function isHeaderSafe(value: string): boolean {
  return value.length <= 2_000 && /^[\x20-\x7e]*$/.test(value);
}

function fieldOf([issue]: readonly v.BaseIssue<unknown>[]): string {
  return String(issue?.path?.[0]?.key ?? '');
}
