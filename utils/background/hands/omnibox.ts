import { browser } from '../../browser';
import { type Candidate, candidates, findGroups, withChains } from '../../find-groups';
import { isolated } from '../../handout/clean-name';
import type { AccountView } from '../../model/account';
import type { Overview } from '../../model/overview';
import { recall } from '../../store/codes-known';
import { readRoll } from '../../store/rolls';
import { ago } from '../../times/ago';
import { say } from '../../words';
import type { UsedGroup } from '../insert-menu';
import { overview } from '../overview';
import { inFront } from './commands';
import { copyInto } from './copying';
import { openFace } from './face';
import { line, type Markup, sentence } from './lines';

const mostLines = 6;
const markup: Markup = import.meta.env.BROWSER === 'firefox' ? 'none' : 'xml';

interface Known extends Pick<Overview, 'accounts'> {
  readonly groups: readonly Candidate[];
}

/** What is searched, for as long as somebody types. */
let known: Promise<Known> | undefined;

export function begin(): void {
  known = fetched();
  void browser.omnibox.setDefaultSuggestion({ description: sentence(say('omniboxHint'), markup) });
}

/** The lines below the one that is being typed: the best find stands in that one, as Enter copies it. */
export async function suggestions(text: string): Promise<{ content: string; description: string }[]> {
  known ??= fetched();
  const { accounts, groups } = await known;
  const found = findGroups(groups, text).slice(0, mostLines);
  const lines = await Promise.all(found.map((one) => lineOf(one, accounts)));
  const [first, ...others] = lines;
  // Chromium draws the other lines around this one: it has to stand before they come.
  await browser.omnibox.setDefaultSuggestion({ description: first ?? sentence(none(text, accounts), markup) });
  return others.map((description, nth) => ({ content: contentOf(found[nth + 1]), description }));
}

/** Enter: copies the line that was chosen, or the best find; shows Latchkey where there is none. */
export async function entered(text: string): Promise<void> {
  const { accounts, groups } = await (known ?? fetched());
  known = undefined;
  const chosen = groups.find((one) => contentOf(one) === text) ?? findGroups(groups, text)[0];
  const tab = await inFront();
  if (!chosen || tab?.id === undefined) return openFace();
  await copyInto(tab.id, usedOf(chosen, accounts));
}

async function fetched(): Promise<Known> {
  const { accounts, used, primaries, chains } = await overview();
  const rolls = await Promise.all(accounts.map(({ id }) => readRoll(id)));
  return { accounts, groups: withChains(candidates({ accounts, rolls, used, primaries }), chains) };
}

function none(text: string, accounts: readonly AccountView[]): string {
  return accounts.length === 0 ? say('omniboxNoAccount') : say('omniboxNone', isolated(text));
}

/** What stands in the address bar when a line is chosen; it finds that very group again. */
function contentOf(one: Candidate | undefined): string {
  if (!one) return '';
  return one.chain ? one.chain.name : `${one.group.name} ${one.group.id}`.trim();
}

async function lineOf(one: Candidate, accounts: readonly AccountView[]): Promise<string> {
  const { seenAt } = await recall(one.account, one.group.id);
  const account = accounts.find(({ id }) => id === one.account);
  const age = seenAt === undefined ? say('neverChecked') : say('checked', ago(seenAt, Date.now()));
  const facts = { group: nameOf(one), account: account?.name, age, demo: account?.demo === true };
  return line(facts, markup);
}

function usedOf(one: Candidate, accounts: readonly AccountView[]): UsedGroup {
  const account = accounts.find(({ id }) => id === one.account);
  return { account: one.account, group: one.group.id, accountName: account?.name ?? '', groupName: nameOf(one) };
}

function nameOf({ chain, group }: Candidate): string {
  return chain?.name ?? (group.name || group.id);
}
