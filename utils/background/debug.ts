import { browser } from '../browser';
import type { PastTrouble } from '../keeping/model';
import {
  alertsItem,
  campaignsItem,
  caresItem,
  chainsItem,
  diaryItem,
  queuesItem,
  rulesItem,
} from '../store/care-items';
import { type Room, reading } from '../store/database';
import { accountsItem, habitsItem, read, settingsItem, sitesItem } from '../store/items';
import { followItem } from '../store/keeping-items';
import { pastTroubles } from '../store/past-troubles';
import { readRoll } from '../store/rolls';
import { lockState, secretNames } from '../store/vault';
import { list as activityList } from './care/activity';
import * as record from './record';
import * as sent from './sent';
import { isWithin, makeOf } from './within';

/**
 * What helps to find a fault, as a text that may be shown to anybody. Made of numbers, of times and of words out of our own
 * lists alone: nothing that a person typed or a gateway said gets in, so nothing has to be found and masked.
 */
export async function info(): Promise<string> {
  const parts = [about, permissionsNow, accountsNow, settingsNow, overTimeNow, keptNow, troublesNow];
  const lines = await Promise.all(parts.map((part) => part().catch(() => [`${part.name}: could not be read`])));
  return `${lines.flat().join('\n')}\n`;
}

async function about(): Promise<string[]> {
  const { os, arch } = await browser.runtime.getPlatformInfo();
  return [
    `Latchkey ${browser.runtime.getManifest().version}`,
    `time: ${new Date().toISOString()}`,
    `browser: ${navigator.userAgent}`,
    `system: ${os} ${arch}`,
    `language: ${browser.i18n.getUILanguage()}`,
  ];
}

async function permissionsNow(): Promise<string[]> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  const everywhere = origins.some((origin) => /^(\*|https?):\/\/\*\/|<all_urls>/.test(origin));
  return [
    `permissions: ${permissions.toSorted().join(' ')}`,
    `hosts allowed: ${origins.length}${everywhere ? ', every page among them' : ''}`,
  ];
}

async function accountsNow(): Promise<string[]> {
  const [accounts, secrets, habits] = await Promise.all([read(accountsItem), secretNames(), read(habitsItem)]);
  const lines = accounts.map(async (account) => {
    const { groups, listedAt } = await readRoll(account.id);
    const facts = [
      makeOf(account).id,
      account.server.startsWith('http:') ? 'http' : 'https',
      (await isWithin(account)) ? 'allowed' : 'not allowed',
      `${secrets[account.id]?.length ?? 0} keys`,
      `${groups.length} groups`,
      `${groups.filter(({ byHand }) => byHand).length} by hand`,
      listedAt === undefined ? 'never listed' : `listed ${new Date(listedAt).toISOString()}`,
      ...(habits[account.id]?.rights === 'read' ? ['copy only'] : []),
    ];
    return `- ${facts.join(', ')}`;
  });
  return [`accounts: ${accounts.length}`, ...(await Promise.all(lines))];
}

async function settingsNow(): Promise<string[]> {
  const [settings, { everywhere, on, off }, follow, vault] = await Promise.all([
    ...([read(settingsItem), read(sitesItem), read(followItem), lockState()] as const),
  ]);
  const { joinOnly, greeting, menuOff, ...plain } = settings;
  return [
    `settings: ${Object.entries(plain)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')}`,
    `menu off: ${menuOff.join(' ') || 'none'}; greeting: ${greeting.length} letters; may join: ${joinOnly.length} lines`,
    `pages: everywhere=${everywhere} on=${on.length} off=${off.length}; follows: ${follow.on}`,
    `passphrase: ${vault.passphrase}; locked: ${vault.locked}`,
  ];
}

async function overTimeNow(): Promise<string[]> {
  const [rules, cares, campaigns, chains, diary, alerts, queues] = await Promise.all([
    ...([read(rulesItem), read(caresItem), read(campaignsItem), read(chainsItem), read(diaryItem)] as const),
    ...([read(alertsItem), read(queuesItem)] as const),
  ]);
  const all = Object.values(cares);
  const held = diary.flatMap(({ hold }) => (hold ? [hold.why] : []));
  return [
    `checks: ${rules.watching} every ${rules.everyMinutes} min; notify: ${rules.notify}; own zone: ${rules.zone !== ''}`,
    `watched: ${all.filter(({ watch }) => watch).length}; rhythms: ${all.filter(({ rhythm }) => rhythm).length}`,
    `campaigns: ${campaigns.length}; rows of groups: ${chains.length}; due lines: ${diary.length}; held: ${held.join(' ') || 'none'}`,
    `alerts: ${alerts.map(({ kind }) => kind).join(' ') || 'none'}`,
    `queues: ${
      Object.values(queues)
        .map(({ state }) => state)
        .join(' ') || 'none'
    }`,
  ];
}

const rooms = ['lineage', 'ledger', 'intents', 'joins', 'queue', 'log', 'sizes'] as const satisfies readonly Room[];

async function keptNow(): Promise<string[]> {
  const counts = await reading((db) => Promise.all(rooms.map(async (room) => `${room}=${await db.count(room)}`)));
  const { health, findings, rescued, persisted, bytes } = await record.state();
  const hosts = await sent.list();
  const requests = hosts.reduce((sum, { count }) => sum + count, 0);
  return [
    `kept: ${counts.join(' ')}; ${bytes ?? '?'} bytes; persistent: ${persisted}`,
    `record: ${health}; findings: ${findings.map(({ part, what, count }) => `${part}/${what}/${count}`).join(' ') || 'none'}; rescued: ${rescued.length}`,
    `sent: ${requests} requests to ${hosts.length} hosts`,
  ];
}

async function troublesNow(): Promise<string[]> {
  const [asked, { rows }] = await Promise.all([pastTroubles(), activityList({ filter: {}, limit: 1_000 })]);
  const own = rows.flatMap(({ at, what, how, trouble }): PastTrouble[] =>
    trouble
      ? [{ at, kind: trouble.kind, during: `${what}.${how}`, ...(trouble.status && { status: trouble.status }) }]
      : [],
  );
  const all = [...asked, ...own].toSorted((a, b) => b.at - a.at).slice(0, mostTroubles);
  return ['troubles:', ...(all.length > 0 ? all.map(lineOf) : ['- none'])];
}

const mostTroubles = 30;

function lineOf({ at, kind, status, during }: PastTrouble): string {
  return `- ${new Date(at).toISOString()} ${during}: ${kind}${status === undefined ? '' : ` ${status}`}`;
}
