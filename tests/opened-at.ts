import { openHttp, type usualLimits } from '../utils/providers/http';
import type { Gateway, Provider } from '../utils/providers/provider';
import { keptHere, makes } from './open-gateway';

export interface At {
  readonly server?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly limits?: Partial<typeof usualLimits>;
  readonly habits?: Map<string, string>;
  readonly heard?: (answer: { readonly text: string }) => void;
}

/** Where the gateway stands in tests that stand in for the network. */
export const gate = 'https://gate.example:8443';

/** A make's gateway as the background opens it, at any server that plays it. */
export function openedAt(make: Provider, at: At = {}): Gateway {
  const { server = `${gate}/x`, limits, habits = new Map<string, string>(), heard } = at;
  const demo = makes[make.id]?.demo ?? { fields: {}, secrets: {} };
  const secrets = { ...demo.secrets, ...at.secrets };
  const options = {
    server,
    secrets: Object.values(secrets),
    limits: { pauseMs: 0, longestPauseMs: 0, ...limits },
    heard,
  };
  return make.connect({
    fields: { ...demo.fields, ...at.fields },
    secrets,
    habits: { get: (name) => habits.get(name), set: (name, value) => void habits.set(name, value) },
    kept: keptHere(),
    http: (headers) => openHttp(options, headers),
  });
}
