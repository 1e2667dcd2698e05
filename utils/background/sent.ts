import type { SentKind, SentTo } from '../keeping/model';
import { change, read } from '../store/items';
import { type SentToHost, sentItem } from '../store/keeping-items';

const batchMs = 1_000;
/** More hosts than anybody has gateways; the one asked longest ago then goes to those that are counted together. */
const mostHosts = 60;
/** The host of those. */
const others = '';

type Hosts = Readonly<Record<string, SentToHost>>;

/** What has been sent since the last writing. */
let waiting: Record<string, SentToHost> = {};
let timer: ReturnType<typeof setTimeout> | undefined;

/** Notes a request to a host, without keeping it waiting: what comes within a second is written at once. */
export function noteSent(kind: SentKind): (host: string) => void {
  return (host) => {
    const now = Date.now();
    waiting = together(waiting, { [host]: { first: now, last: now, kinds: { [kind]: 1 } } });
    timer ??= setTimeout(() => void written().catch(() => undefined), batchMs);
  };
}

/** What has been sent, host by host, the last one first. */
export async function list(): Promise<readonly SentTo[]> {
  await written();
  const hosts = Object.entries(await read(sentItem));
  return hosts
    .map(([host, { first, last, kinds }]) => ({ host, first, last, kinds, count: sum(Object.values(kinds)) }))
    .toSorted((a, b) => b.last - a.last);
}

/** Forgets the list. */
export async function clear(): Promise<readonly SentTo[]> {
  await written().catch(() => undefined);
  await change(sentItem, () => ({}));
  return list();
}

/** What could not be written is written with what comes next. */
async function written(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const batch = waiting;
  if (Object.keys(batch).length === 0) return;
  waiting = {};
  try {
    await change(sentItem, (hosts) => bounded(together(hosts, batch)));
  } catch (caught) {
    waiting = together(batch, waiting);
    throw caught;
  }
}

/** Two lists as one. Pure. */
export function together(one: Hosts, other: Hosts): Record<string, SentToHost> {
  const sums: Record<string, SentToHost> = { ...one };
  for (const [host, sent] of Object.entries(other)) sums[host] = joined(sums[host], sent);
  return sums;
}

function joined(one: SentToHost | undefined, other: SentToHost): SentToHost {
  if (!one) return other;
  const kinds = { ...one.kinds };
  for (const [kind, count] of Object.entries(other.kinds)) kinds[kind] = (kinds[kind] ?? 0) + count;
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last), kinds };
}

/** No more hosts than there is room for; no request is left out. Pure. */
export function bounded(hosts: Hosts): Record<string, SentToHost> {
  const named = Object.entries(hosts).filter(([host]) => host !== others);
  const newest = named.toSorted(([, a], [, b]) => b.last - a.last);
  const rest = newest.slice(mostHosts).map(([, sent]) => ({ [others]: sent }));
  const kept = Object.fromEntries(newest.slice(0, mostHosts));
  return [hosts[others] ? { [others]: hosts[others] } : {}, ...rest].reduce<Record<string, SentToHost>>(together, kept);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
