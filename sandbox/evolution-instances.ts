import type { Ask } from './dialect.ts';
import type { EvolutionPicks } from './evolution.ts';
import { accounts } from './group.ts';
import type { SessionStatus } from './state.ts';

/** Instances are named after the account they speak for; each has a key of its own. */
export const instanceKeys: Readonly<Record<string, string>> = {
  demo: 'evolution-demo-key',
  big: 'evolution-big-key',
};

/** The server's own key opens every instance. */
export const globalKey = 'evolution-global-key';

type Raw = Record<string, unknown>;

const states: Readonly<Record<SessionStatus, string>> = {
  WORKING: 'open',
  STARTING: 'connecting',
  SCAN_QR_CODE: 'connecting',
  PASSKEY_REQUIRED: 'connecting',
  PASSKEY_CONFIRMATION_REQUIRED: 'connecting',
  STOPPED: 'close',
  /** Nobody scanned any of the QR codes that were shown. */
  FAILED: 'refused',
};

export function evolutionState({ world, account }: Ask, picks: EvolutionPicks): Raw {
  const state = picks.instance === 'loaded' ? states[world.status(account)] : undefined;
  return { instance: { instanceName: account, state } };
}

/** What the database has of an instance, its key and all; the global key sees every one of them. */
export function evolutionInstances({ world, call }: Ask): Raw[] {
  const key = call.headers.apikey;
  return Object.entries(instanceKeys)
    .filter(([, own]) => key === globalKey || key === own)
    .map(([name, token]) => instance(name, token, states[world.status(name)]));
}

function instance(name: string, token: string, connectionStatus: string): Raw {
  const { phone, name: profileName } = accounts[name] ?? {};
  return {
    id: `5d1f1d0e-0000-4000-8000-${name.padStart(12, '0')}`,
    name,
    connectionStatus,
    ownerJid: `${phone}@s.whatsapp.net`,
    profileName,
    profilePicUrl: null,
    integration: 'WHATSAPP-BAILEYS',
    number: null,
    businessId: null,
    token,
    clientName: 'evolution_exchange',
    ...{ disconnectionReasonCode: null, disconnectionObject: null, disconnectionAt: null },
    createdAt: '2025-11-03T08:00:00.000Z',
    updatedAt: '2026-01-12T08:00:00.000Z',
    ...{ Chatwoot: null, Proxy: null, Rabbitmq: null, Nats: null, Sqs: null, Websocket: null },
    Setting: { rejectCall: false, groupsIgnore: false, alwaysOnline: false, readMessages: false },
    _count: { Message: 0, Contact: 0, Chat: 0 },
  };
}
