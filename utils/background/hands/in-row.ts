import type { ChainView } from '../../over-time/model';
import { chainsItem } from '../../store/care-items';
import { read } from '../../store/items';
import { readRoll } from '../../store/rolls';
import type { UsedGroup } from '../insert-menu';

/** Members counted so long ago may be twice as many by now. */
const oldMs = 10 * 60_000;
/** Nobody waits longer for a gateway that counts. */
const patienceMs = 2_000;

/** The group that is handed out for this one: itself, or, where it stands in a row, the one with room; none where none has. */
export async function inRow(wanted: UsedGroup): Promise<UsedGroup | undefined> {
  const chains = await read(chainsItem);
  const chain = chains.find(({ groups }) => groups.includes(wanted.group));
  if (!chain) return wanted;
  const { list } = await import('../care/cells');
  const now = async () => (await list()).find(({ id }) => id === chain.id);
  const before = await now();
  return handedOf((await counted(before)) ? await now() : before, wanted);
}

/** Counts what is handed out now, where the last count is old; whether anything was counted. */
async function counted(chain: ChainView | undefined): Promise<boolean> {
  const account = cellOf(chain)?.account;
  if (account === undefined) return false;
  const { listedAt } = await readRoll(account);
  if (listedAt === undefined || Date.now() - listedAt < oldMs) return false;
  const { refresh } = await import('../groups');
  await Promise.race([refresh(account).catch(() => undefined), new Promise((go) => setTimeout(go, patienceMs))]);
  return true;
}

function cellOf(chain: ChainView | undefined) {
  return chain?.handing.place === undefined ? undefined : chain.cells[chain.handing.place];
}

function handedOf(chain: ChainView | undefined, wanted: UsedGroup): UsedGroup | undefined {
  const cell = cellOf(chain);
  if (!cell) return undefined;
  return { ...wanted, account: cell.account ?? wanted.account, group: cell.group, groupName: cell.name };
}
