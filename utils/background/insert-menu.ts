import { browser } from '../browser';
import { isolated } from '../handout/clean-name';
import { type InviteCode, inviteUrl } from '../invite-link';
import type { AccountId } from '../model/account';
import type { GroupId } from '../model/group';
import { insertText } from '../page/insert-text';
import { asTrouble, Trouble, type TroubleFacts } from '../trouble';
import { troubleWords } from '../wording';
import { language, say } from '../words';
import { menuTitle } from './menu-title';
import type { Click, Entry, MenuTopic, Place } from './menus';
import { calm, heed } from './signals';

const longest = 5;
const parentId = 'insert';

/** A group that was used lately. */
export interface UsedGroup {
  readonly account: AccountId;
  readonly group: GroupId;
  readonly accountName: string;
  readonly groupName: string;
  /** Made up, and said to be. */
  readonly demo?: boolean;
}

/** A link to insert. `checked` where the gateway has just confirmed it; `seenAt` is when it last did. */
export interface HandyLink {
  readonly code: InviteCode;
  readonly checked: boolean;
  readonly seenAt: number;
}

interface MenuNeeds {
  /** The groups used last, newest first. */
  used(): Promise<readonly UsedGroup[]>;
  /** Answers within a few seconds, while the caret is where it was. Rejects with a `Trouble` where there is no link. */
  linkFor(account: AccountId, group: GroupId): Promise<HandyLink>;
  /** Told after a link stands in the page. */
  inserted(account: AccountId, group: GroupId, code: InviteCode): Promise<unknown>;
}

/** "Insert invite link", with the groups used last, on every field that can be written in. */
export function insertMenu(needs: MenuNeeds): MenuTopic {
  return {
    entries: async (off) => (off.has('insert') ? [] : entries(await needs.used())),
    owns: (id) => id.startsWith(`${parentId} `),

    /** Inserts the link of the chosen group at the caret. */
    async chosen({ menuItemId }: Click, place: Place): Promise<void> {
      // By the group alone: another account may look after it by now.
      const used = (await needs.used()).find(({ group }) => group === String(menuItemId).split(' ').at(-1));
      if (!used) return;
      const warning = await insert(needs, used, place);
      await (warning ? heed(place.tabId, warning) : calm(place.tabId));
    },
  };
}

function entries(used: readonly UsedGroup[]): readonly Entry[] {
  const shown = used.slice(0, longest);
  if (shown.length === 0) return [];
  const several = new Set(shown.map(({ account }) => account)).size > 1;
  const groups = shown.map((entry): Entry => {
    const title = menuTitle({
      group: entry.groupName,
      ...(several && !entry.demo && { account: entry.accountName }),
      ...(entry.demo && { demo: true }),
    });
    return { id: entryId(entry), parentId, title, contexts: ['editable'] };
  });
  return [{ id: parentId, title: say('menuInsert'), contexts: ['editable'] }, ...groups];
}

function entryId({ account, group }: UsedGroup): string {
  return `${parentId} ${account} ${group}`;
}

/** Gives what the user should be told, if there is anything. */
async function insert(needs: MenuNeeds, used: UsedGroup, place: Place): Promise<string | undefined> {
  const { account, group } = used;
  const groupName = isolated(used.groupName);
  const link = await needs.linkFor(account, group).catch(asTrouble);
  if (link instanceof Trouble) return noLink(groupName, link.facts);
  if (!(await written(place, inviteUrl(link.code)))) return say('menuNotWritable', groupName);
  await needs.inserted(account, group, link.code);
  return link.checked ? undefined : say('menuUnchecked', groupName, moment(link.seenAt));
}

/** False where the page lets nobody in, or where no field has the caret. */
async function written({ tabId, frameIds }: Place, text: string): Promise<boolean> {
  const target = { tabId, frameIds: [...frameIds] };
  const results = await browser.scripting.executeScript({ target, func: insertText, args: [text] }).catch(() => []);
  return results[0]?.result === true;
}

function noLink(name: string, facts: TroubleFacts): string {
  const { what, next } = troubleWords(facts);
  return say('menuNoLink', name, what, next);
}

function moment(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
