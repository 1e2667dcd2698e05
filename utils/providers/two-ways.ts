import type { Reply } from './http';
import type { Habits } from './provider';

type Way = readonly [name: string, send: () => Promise<Reply>];

interface TwoWays {
  /** The name under which it is remembered which of the two was understood. */
  readonly habit: string;
  /** Two spellings of one request, the likelier first. */
  readonly ways: readonly [Way, Way];
  /** Whether a reply says that the request was not even understood, so that nothing was done. */
  readonly wrong: (reply: Reply) => boolean;
}

/** The reply to the spelling that this gateway understands. The other one is sent only where the first was not read. */
export async function eitherWay(habits: Habits, { habit, ways: [likely, other], wrong }: TwoWays): Promise<Reply> {
  const [first, second] = habits.get(habit) === other[0] ? [other, likely] : [likely, other];
  const reply = await first[1]();
  if (!wrong(reply)) return reply;
  const again = await second[1]();
  if (wrong(again)) return reply;
  if (again.status < 400) habits.set(habit, second[0]);
  return again;
}
