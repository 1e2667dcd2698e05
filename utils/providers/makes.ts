import { demoCodes } from '../demo';
import type { InviteCode } from '../invite-link';
import type { Provider } from './provider';

/** What must be known of a make at every moment. The rest of it is fetched when its gateway is to be spoken to. */
export interface Sign extends Pick<Provider, 'id' | 'label' | 'demo' | 'codes'> {
  fetched(): Promise<Provider>;
}

/** Every make of gateway that we can speak to, in the order of the form. */
export const makes: readonly Sign[] = [
  { id: 'wawp', label: 'Wawp', fetched: async () => (await import('./wawp')).wawp },
  { id: 'wasend', label: 'Wasend', fetched: async () => (await import('./wasend')).wasend },
  { id: 'waha', label: 'WAHA', fetched: async () => (await import('./waha')).waha },
  { id: 'evolution', label: 'Evolution API', fetched: async () => (await import('./evolution')).evolution },
  { id: 'wppconnect', label: 'WPPConnect Server', fetched: async () => (await import('./wppconnect')).wppconnect },
  { id: 'gowa', label: 'GOWA', fetched: async () => (await import('./gowa')).gowa },
  { id: 'demo', label: 'Demo', demo: true, codes: demoCodes, fetched: async () => (await import('./demo')).demo },
];

export function signOf(id: string): Sign | undefined {
  return makes.find((one) => one.id === id);
}

/** The one make that can tell of a code, where nobody else may be asked; undefined where any of the others may. */
export function tellerOf(code: InviteCode): Sign | undefined {
  return makes.find(({ codes }) => codes?.test(code));
}

/** Whether a make may be asked about a code. */
export function mayTell(make: string, code: InviteCode): boolean {
  const only = tellerOf(code);
  return only ? only.id === make : signOf(make)?.codes === undefined;
}
