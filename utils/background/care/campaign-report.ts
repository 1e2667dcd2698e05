import type { InviteCode } from '../../invite-link';
import type { AccountId } from '../../model/account';
import type { GroupId } from '../../model/group';
import type { HandOut } from '../../model/hand-out';
import type { CodeLife, RecordAsk, RecordPage } from '../../model/record';
import type { Campaign, CampaignReport } from '../../over-time/model';
import { summed } from '../../store/hand-outs';
import { accountsItem, read } from '../../store/items';
import { codes, handOuts } from '../browsing';
import { knownNames } from './known-names';
import * as sizes from './sizes';

type GroupReport = CampaignReport['groups'][number];
type CodeReport = GroupReport['codes'][number];

const mostRows = 5_000;

/** What became of a campaign's groups in its time: their codes, who handed them out and how, their members. */
export async function groupReports({ groups, startAt, endAt }: Campaign): Promise<GroupReport[]> {
  const [names, accounts] = await Promise.all([knownNames(groups), read(accountsItem)]);
  const accountNames = new Map(accounts.map(({ id, name }) => [id, name]));
  const reports: GroupReport[] = [];
  for (const group of groups) {
    const name = names.get(group) ?? group;
    reports.push({ name, ...(await reportOf(group, { since: startAt, until: endAt }, accountNames)) });
  }
  return reports;
}

interface Window {
  readonly since: number;
  readonly until: number;
}

async function reportOf(
  group: GroupId,
  window: Window,
  accountNames: ReadonlyMap<AccountId, string>,
): Promise<Omit<GroupReport, 'name'>> {
  const filter = { group, ...window };
  const [lives, given, { points, limit }] = await Promise.all([
    ...([all(codes, filter), all(handOuts, filter), sizes.list(group)] as const),
  ]);
  const through = new Set(given.toReversed().map(({ account }) => account));
  return {
    group,
    accounts: [...through].flatMap((account) => accountNames.get(account) ?? []),
    codes: codeReports(lives, given),
    points: points.filter(({ at }) => at >= window.since && at <= window.until),
    limit,
  };
}

/**
 * Oldest first. A code that was handed out, and of which the record has lost the beginning, is told of all the same; one
 * that came back is told of twice, and counted once. Pure.
 */
export function codeReports(lives: readonly CodeLife[], given: readonly HandOut[]): CodeReport[] {
  const left = Map.groupBy(given, ({ code }) => code);
  const taken = (code: InviteCode) => {
    const own = left.get(code) ?? [];
    left.delete(code);
    return summed(own);
  };
  const known = lives.map(({ code, firstSeen, ended }): CodeReport => {
    const end = ended && { to: ended.at, endedBy: ended.event };
    return { code, from: firstSeen, ...end, handedOut: taken(code) };
  });
  const lost = [...left].map(([code, own]): CodeReport => {
    return { code, from: own.at(-1)?.at ?? 0, handedOut: summed(own) };
  });
  return [...known, ...lost].toSorted((a, b) => a.from - b.from);
}

async function all<Row>(
  ask: (asked: RecordAsk) => Promise<RecordPage<Row>>,
  filter: RecordAsk['filter'],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let before: number | undefined; ; ) {
    const page = await ask({ filter, limit: mostRows, ...(before !== undefined && { before }) });
    rows.push(...page.rows);
    if (page.next === undefined) return rows;
    before = page.next;
  }
}
