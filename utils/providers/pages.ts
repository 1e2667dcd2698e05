import type { Group } from '../model/group';
import { Trouble } from '../trouble';

/** One page of a list. */
export interface Page {
  readonly groups: readonly Group[];
  /** Whether it says that it is the last; undefined where it does not speak of pages. */
  readonly last?: boolean;
}

const most = 500;

/** A whole list, page by page. A server may clamp the limit or ignore the offset: a page without news ends it as well. */
export async function allPages(page: (offset: number) => Promise<Page>): Promise<Group[]> {
  const found = new Map<string, Group>();
  for (let turn = 0, offset = 0; turn < most; turn += 1) {
    const before = found.size;
    const { groups, last } = await page(offset);
    for (const group of groups) found.set(group.id, group);
    if (last || found.size === before) break;
    offset += groups.length;
  }
  return [...found.values()];
}

/** The first, or where its answer is larger than we read, the second. */
export async function orSmaller<Answer>(whole: () => Promise<Answer>, part: () => Promise<Answer>): Promise<Answer> {
  return whole().catch((caught: unknown) => {
    if (caught instanceof Trouble && caught.kind === 'too-big') return part();
    throw caught;
  });
}

/** Asked for at most once, and only if needed. */
export function lazily<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}
