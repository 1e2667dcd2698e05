import type { JoinRow } from '../model/join';
import { change } from '../store/joins';
import { asTrouble, type Trouble } from '../trouble';
import { greetingNow, mayHaveHappened } from './joining-rules';
import { opened } from './opened';
import { isAllowed } from './policy/bars';
import { heardFrom } from './rights';

type GreetingState = NonNullable<JoinRow['greeting']>['state'];

/** Only one thing at a time is done about a joined group: its greeting is sent, or it is left. */
export function aboutGroup<T>(id: string, deed: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`joined ${id}`, deed);
}

/** Sends the greeting of a row if it is due, once: that it is being sent is written down before. */
export function greet(id: string): Promise<void> {
  return aboutGroup(id, async () => {
    if (!(await isAllowed('mayJoin'))) return void (await change(id, calledOff));
    const claimed = await claimedNow(id);
    if (!claimed?.greeting || claimed.group === undefined) return;
    const { account, group, greeting } = claimed;
    const state = await opened(account)
      .then(({ gateway }) => gateway.send(group, greeting.text))
      .then(
        (): GreetingState => 'sent',
        async (caught) => {
          await heardFrom(account, asTrouble(caught));
          return stateAfter(asTrouble(caught));
        },
      );
    await change(id, (row) => withGreeting(row, state));
  });
}

/** Whoever may not join any more greets nobody either. */
function calledOff(row: JoinRow): JoinRow | undefined {
  return row.greeting?.state === 'waiting' ? withGreeting(row, 'called-off') : undefined;
}

/** Where the keys are locked nothing was sent, and nothing is lost: it goes on waiting. */
function stateAfter(trouble: Trouble): GreetingState {
  if (trouble.kind === 'vault-locked') return 'waiting';
  return mayHaveHappened(trouble) ? 'unknown' : 'failed';
}

/** The row whose greeting is to be sent now by whoever asks; nobody else will get it. */
async function claimedNow(id: string): Promise<JoinRow | undefined> {
  let mine = false;
  const row = await change(id, (kept) => {
    const turn = greetingNow(kept, Date.now());
    mine = turn === 'send' && kept.group !== undefined;
    if (turn === 'rest') return undefined;
    return withGreeting(kept, mine ? 'sending' : endings[turn]);
  });
  return mine ? row : undefined;
}

// The lock is held: whoever was sending it is no more, and whether it went out nobody knows.
const endings = { lost: 'unknown', late: 'called-off', send: 'failed' } as const;

export function withGreeting(row: JoinRow, state: GreetingState): JoinRow {
  return row.greeting ? { ...row, greeting: { ...row.greeting, state } } : row;
}
