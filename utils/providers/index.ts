import type { Provider } from './provider';
import { wasend } from './wasend';
import { wawp } from './wawp';

/** Every make of gateway we can speak to, in the order of the form. */
export const providers: readonly Provider[] = [wawp, wasend];

export function providerOf(id: string): Provider | undefined {
  return providers.find((one) => one.id === id);
}
