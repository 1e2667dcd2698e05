import { demo } from './demo';
import { evolution } from './evolution';
import { gowa } from './gowa';
import type { Provider } from './provider';
import { waha } from './waha';
import { wasend } from './wasend';
import { wawp } from './wawp';
import { wppconnect } from './wppconnect';

/** Everything about every make, in the order of `makes`. For whoever needs one of them it is too much: see there. */
export const providers: readonly Provider[] = [wawp, wasend, waha, evolution, wppconnect, gowa, demo];

export function providerOf(id: string): Provider | undefined {
  return providers.find((one) => one.id === id);
}
