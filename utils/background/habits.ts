import type { AccountId } from '../model/account';
import type { Habits } from '../providers/provider';
import { change, habitsItem, read } from '../store/items';

/** What was learned of an account's gateway. */
export async function habitsOf(id: AccountId): Promise<Habits> {
  const known = new Map(Object.entries((await read(habitsItem))[id] ?? {}));
  return {
    get: (habit) => known.get(habit),
    set: async (habit, value) => {
      if (known.get(habit) === value) return;
      known.set(habit, value);
      await learned(id, habit, value);
    },
  };
}

/** Keeps what was learned of an account's gateway. What could not be kept is learned again. */
export async function learned(id: AccountId, habit: string, value: string): Promise<void> {
  await change(habitsItem, (all) => ({ ...all, [id]: { ...all[id], [habit]: value } })).catch(() => {});
}
