import type { InviteCode } from '../invite-link';
import { demo } from './demo';
import { evolution } from './evolution';
import { gowa } from './gowa';
import type { Provider } from './provider';
import { waha } from './waha';
import { wasend } from './wasend';
import { wawp } from './wawp';
import { wppconnect } from './wppconnect';

/** Every make of gateway we can speak to, in the order of the form. */
export const providers: readonly Provider[] = [wawp, wasend, waha, evolution, wppconnect, gowa, demo];

export function providerOf(id: string): Provider | undefined {
  return providers.find((one) => one.id === id);
}

/** The one make that can tell of a code, where nobody else may be asked; undefined where any of the others may. */
export function tellerOf(code: InviteCode): Provider | undefined {
  return providers.find(({ codes }) => codes?.test(code));
}

/** Whether a make may be asked about a code. */
export function mayTell(make: string, code: InviteCode): boolean {
  const only = tellerOf(code);
  return only ? only.id === make : providerOf(make)?.codes === undefined;
}
