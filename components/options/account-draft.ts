import type { AccountDraft, AccountId, AccountView, Field, Make } from '../../utils/model/account';
import { type PastedAccount, withoutPage } from '../../utils/pasted-account';
import { serverAddress } from '../../utils/server-address';
import { asTrouble, type TroubleFacts } from '../../utils/trouble';

/** What stands in the form. Secrets are in it only while they are typed. */
export interface Typed {
  readonly id?: AccountId;
  readonly make: string;
  readonly name: string;
  /** As typed; empty for the make's own address. */
  readonly server: string;
  readonly values: Readonly<Record<string, string>>;
  /** Secrets that are kept already. */
  readonly kept: readonly string[];
  /** The server that they are kept for. */
  readonly keptFor?: string;
}

/** What is wrong, by the key of the field. */
export type Faults = Readonly<Record<string, TroubleFacts>>;

/** A form for a new account. `taken` are the names of the others. */
export function blank(make: Make, taken: readonly string[]): Typed {
  const presets = make.fields.flatMap(({ key, preset }) => (preset === undefined ? [] : [[key, preset]]));
  const name = uniqueName(make.label, taken);
  return { make: make.id, name, server: '', values: Object.fromEntries(presets), kept: [] };
}

/** The form with what was pasted in its fields. A name that nobody gave stays what it was. */
export function withPasted(typed: Typed, { server, fields, secrets }: PastedAccount, make: Make): Typed {
  const address = server === undefined ? typed.server : server === make.server ? '' : server;
  return { ...typed, server: address, values: { ...typed.values, ...fields, ...secrets } };
}

/** What has to be filled in still: keys of fields, `server` for the address. */
export function missingKeys(typed: Typed, make: Make): string[] {
  const keys = make.fields.filter((field) => missing(typed, field)).map(({ key }) => key);
  return !typed.server.trim() && !make.server ? ['server', ...keys] : keys;
}

/** The form of an account that is kept. */
export function filled(account: AccountView, make: Make): Typed {
  const { id, name, fields: values, secrets: kept } = account;
  return {
    id,
    make: make.id,
    name,
    server: account.server === make.server ? '' : account.server,
    values,
    kept,
    keptFor: account.server,
  };
}

/** `label`, or `label 2`, `label 3` … where it is taken. */
export function uniqueName(label: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.trim().toLowerCase()));
  let name = label;
  for (let count = 2; used.has(name.toLowerCase()); count++) name = `${label} ${count}`;
  return name;
}

/** Everything that can be seen to be wrong without asking anybody. */
export function faults(typed: Typed, make: Make): Faults {
  const server = serverFault(typed, make);
  const moved = !server && typed.keptFor !== undefined && typed.keptFor !== serverOf(typed, make);
  const found = make.fields.flatMap((field) => {
    const kind = missing(typed, field) ? 'bad-field' : moved && staysBehind(typed, field) ? 'key-again' : undefined;
    return kind ? [[field.key, { kind, field: field.key }] as const] : [];
  });
  return { ...Object.fromEntries(found), ...(server && { server }) };
}

/** Whether a kept secret would go to another server than the one it was typed for. */
function staysBehind(typed: Typed, { key }: Field): boolean {
  return typed.kept.includes(key) && !typed.values[key]?.trim();
}

function missing(typed: Typed, { key, kind, optional }: Field): boolean {
  if (optional || kind === 'switch' || typed.kept.includes(key)) return false;
  return !typed.values[key]?.trim();
}

function serverFault(typed: Typed, make: Make): TroubleFacts | undefined {
  if (!typed.server.trim() && !make.server) return { kind: 'bad-field', field: 'server' };
  try {
    serverOf(typed, make);
    return undefined;
  } catch (caught) {
    return asTrouble(caught).facts;
  }
}

/** The address that the account will have. Throws `bad-address` or `needs-https`. */
export function serverOf(typed: Typed, make: Make): string {
  return placed(typed, make).server;
}

/** A part of the typed address that belongs to one of the make's own pages, and is left out. */
export function leftOut(typed: Typed, make: Make): string | undefined {
  return serverFault(typed, make) ? undefined : placed(typed, make).page;
}

function placed(typed: Typed, make: Make): { readonly server: string; readonly page?: string } {
  const server = serverAddress(typed.server.trim() || (make.server ?? ''));
  const { origin, pathname } = new URL(server);
  // What works already is left as it is.
  const cut = server === typed.keptFor ? undefined : withoutPage(pathname, make);
  return cut ? { server: origin + cut.path, page: cut.page } : { server };
}

/** What is sent to be kept. Throws where `faults` finds the server wrong. */
export function draft(typed: Typed, make: Make): AccountDraft {
  const secret = new Set(make.fields.filter(({ kind }) => kind === 'secret').map(({ key }) => key));
  const values = Object.entries(typed.values).map(([key, value]) => [key, value.trim()] as const);
  return {
    ...(typed.id !== undefined && { id: typed.id }),
    make: make.id,
    name: typed.name.trim() || make.label,
    server: serverOf(typed, make),
    fields: Object.fromEntries(values.filter(([key]) => !secret.has(key))),
    secrets: Object.fromEntries(values.filter(([key]) => secret.has(key))),
  };
}
