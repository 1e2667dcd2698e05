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

/** What one types in to connect to a gateway of the sandbox at `url`; without `url`, to the real address. */
export function entryFor(make: MakeName, holder: Holder, url?: string): Entry {
  const { label, fields } = forms[make];
  const credentials = makes.map((one) => one()).find((one) => one.make === make)?.credentials ?? [];
  const given = credentials[holder === 'demo' ? 0 : 1] ?? {};
  return {
    makeLabel: label,
    server: url && `${url}/${make}`,
    fields: Object.fromEntries(Object.entries(fields).map(([name, word]) => [word, given[name] ?? ''])),
  };
}
