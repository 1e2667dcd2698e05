import { expect, it } from 'vitest';
import { ask } from './asking.ts';
import { diceFor } from './dice.ts';
import { figure } from './figures.ts';
import { canTrace, traced } from './flushes.ts';
import { ground, recalled } from './ground.ts';

it.skipIf(!canTrace)('has the intent on the disk before the request leaves', async () => {
  const dice = diceFor('flushes');
  const at = await ground(4);
  const trace = await traced(at.on.browser.processId());
  await at.on.browser.evaluateInBackground(noteTimes);
  const all: Times[] = [];
  for (let nth = 0; nth < figure('FLUSHES'); nth++) {
    const { id } = dice.pick(at.groups);
    const { code } = await recalled(at, id);
    await ask(at.tab(), 'invite.revoke', { account: at.account, group: id, code, reason: 'once more' });
    all.push(await at.on.browser.evaluateInBackground<Times>('(self.wrappedJSObject ?? self).times'));
  }
  const flushes = await trace.flushes();
  const between = all.map(
    ({ written, sent }) => flushes.filter((at) => at >= written - blurMs && at <= sent + blurMs).length,
  );
  console.log('flushes between the writing of the intent and the request', between);
  expect(Math.min(...between)).toBeGreaterThanOrEqual(1);
});

/** Firefox shows no page more than whole milliseconds. The flush before this one lies further back. */
const blurMs = 1.5;

interface Times {
  readonly written: number;
  readonly sent: number;
}

/** In the background: when the intent was first handed to the database, and when the request left for the network. */
function noteTimes(): void {
  // In Firefox this runs beside the page, not in it.
  const own = Reflect.get(self, 'wrappedJSObject') ?? self;
  const times = { written: 0, sent: 0 };
  own.times = times;
  const now = () => performance.timeOrigin + performance.now();
  const { prototype } = own.IDBObjectStore;
  const { put, add } = prototype;
  const noted = (write: IDBObjectStore['put']) =>
    function (this: IDBObjectStore, ...row: [unknown]) {
      if (this.name === 'intents' && times.written <= times.sent) times.written = now();
      return write.apply(this, row);
    };
  Object.assign(prototype, { put: noted(put), add: noted(add) });
  const { fetch } = own;
  own.fetch = (input: string, init?: RequestInit) => {
    if (init?.method === 'POST') times.sent = now();
    return fetch(input, init);
  };
}
