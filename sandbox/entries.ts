import type { Credentials, Holder } from './dialect.ts';
import type { Entry } from './faces/options.ts';
import { makes } from './hall.ts';

const played = makes.map((one) => one());

/** What the account form sends for an account at a gateway of the sandbox at `url`. */
export function draftFor(make: string, holder: Holder, url: string) {
  const { fields, secrets } = credentialsOf(make, holder);
  return { make, server: `${url}/${make}`, fields, secrets };
}

/** What one types in to connect to a gateway of the sandbox at `url`; without `url`, to the real address. */
export function entryFor(make: string, holder: Holder, url?: string): Entry {
  const { fields, secrets } = credentialsOf(make, holder);
  const typed = Object.entries({ ...fields, ...secrets });
  return {
    makeLabel: played.find((one) => one.make === make)?.label ?? make,
    server: url && `${url}/${make}`,
    fields: Object.fromEntries(typed.map(([key, value]) => [wordFor(make, key), value])),
  };
}

/** The catalogue's word on a field of the form: `fieldWawpToken`. */
function wordFor(make: string, key: string): string {
  return ['field', make, key].reduce((word, part) => word + part.charAt(0).toUpperCase() + part.slice(1));
}

function credentialsOf(make: string, holder: Holder): Credentials {
  const found = played.find((one) => one.make === make)?.holders?.[holder];
  if (!found) throw new RangeError(`The sandbox plays no ${make}`);
  return found;
}
