import type { Entry } from './faces/options.ts';
import { makes } from './hall.ts';

export type MakeName = 'wawp' | 'wasend';
/** `demo` has the marketer's groups, `big` has ten thousand. */
export type Holder = 'demo' | 'big';

/** How the form names a make, and the word on the field for each credential. */
const forms = {
  wawp: { label: 'Wawp', fields: { instance_id: 'fieldWawpInstance', access_token: 'fieldWawpToken' } },
  wasend: { label: 'Wasend', fields: { session: 'fieldWasendSession', key: 'fieldWasendKey' } },
} as const;

/** Which of the form's fields holds each credential: those that are seen, and those that are sealed. */
const drafts = {
  wawp: { fields: { instance: 'instance_id' }, secrets: { token: 'access_token' } },
  wasend: { fields: { session: 'session' }, secrets: { key: 'key' } },
} as const;

/** The same as the form would send it. */
export function draftFor(make: MakeName, holder: Holder, url: string) {
  const given = credentialsOf(make, holder);
  const filled = (names: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(names).map(([field, name]) => [field, given[name] ?? '']));
  const { fields, secrets } = drafts[make];
  return { make, server: `${url}/${make}`, fields: filled(fields), secrets: filled(secrets) };
}

/** What one types in to connect to a gateway of the sandbox at `url`; without `url`, to the real address. */
export function entryFor(make: MakeName, holder: Holder, url?: string): Entry {
  const { label, fields } = forms[make];
  const given = credentialsOf(make, holder);
  return {
    makeLabel: label,
    server: url && `${url}/${make}`,
    fields: Object.fromEntries(Object.entries(fields).map(([name, word]) => [word, given[name] ?? ''])),
  };
}

function credentialsOf(make: MakeName, holder: Holder): Readonly<Record<string, string>> {
  const credentials = makes.map((one) => one()).find((one) => one.make === make)?.credentials ?? [];
  return credentials[holder === 'demo' ? 0 : 1] ?? {};
}
