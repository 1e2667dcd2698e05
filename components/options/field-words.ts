import { say, type Word } from '../../utils/words';

/** Label and hint of what each make asks, by `make.field`. */
const table: Readonly<Record<string, readonly [label: Word, hint?: Word]>> = {
  'wawp.instance': ['fieldWawpInstance', 'fieldWawpInstanceHint'],
  'wawp.token': ['fieldWawpToken'],
  'wawp.headers': ['fieldWawpHeaders', 'fieldWawpHeadersHint'],
  'wasend.session': ['fieldWasendSession', 'fieldWasendSessionHint'],
  'wasend.key': ['fieldWasendKey'],
  'waha.session': ['fieldWahaSession', 'fieldWahaSessionHint'],
  'waha.key': ['fieldWahaKey', 'fieldWahaKeyHint'],
  'evolution.instance': ['fieldEvolutionInstance', 'fieldEvolutionInstanceHint'],
  'evolution.key': ['fieldEvolutionKey', 'fieldEvolutionKeyHint'],
  'wppconnect.session': ['fieldWppconnectSession', 'fieldWppconnectSessionHint'],
  'wppconnect.token': ['fieldWppconnectToken', 'fieldWppconnectTokenHint'],
  'gowa.user': ['fieldGowaUser'],
  'gowa.password': ['fieldGowaPassword', 'fieldGowaPasswordHint'],
  'gowa.device': ['fieldGowaDevice', 'fieldGowaDeviceHint'],
};

/** A field's label, and its hint where it has one. A field without words is called by its key. */
export function fieldWords(make: string, field: string): { readonly label: string; readonly hint?: string } {
  const [label, hint] = table[`${make}.${field}`] ?? [];
  return { label: label ? say(label) : field, ...(hint && { hint: say(hint) }) };
}
