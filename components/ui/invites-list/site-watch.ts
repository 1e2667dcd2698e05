import type { Sites } from '../../../utils/model/page';
import { askPages, everyPage, pagesOf } from '../site-access';
import { ask } from '../use-ask';

/** Has Latchkey look at a site by itself, or at all. To be called in the click itself; false when refused. */
export async function watchSite(host: string, where: 'here' | 'everywhere'): Promise<boolean> {
  const asking = askPages(where === 'here' ? pagesOf(host) : everyPage);
  // Kept before the answer: some browsers close a popup when they ask, and nobody would be left to keep it.
  const before = await ask('site.list');
  const off = without(before.off, host);
  const wish = where === 'here' ? { on: [...without(before.on, host), host], off } : { everywhere: true, off };
  await ask('site.change', wish);
  const granted = await asking;
  if (!granted) await ask('site.change', before);
  return granted;
}

/** Has Latchkey never look at a site by itself, whatever else is said; or takes that back. */
export async function muteSite(host: string, mute: boolean): Promise<void> {
  const { off } = await ask('site.list');
  await ask('site.change', { off: mute ? [...without(off, host), host] : without(off, host) });
}

function without(hosts: Sites['on'], host: string): readonly string[] {
  return hosts.filter((one) => one !== host);
}
