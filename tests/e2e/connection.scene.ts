import { expect, it } from 'vitest';
import { closedPort } from './closed-port.ts';
import { alike, type Entry, type Options, type Stage, stage } from './stage.ts';

it('says at which step a connection fails, and why, and tries no step after it', async () => {
  const on = await stage();
  const options = await on.options();
  const entry = on.entry();
  const typed = (word: string, text: string) => ({ ...entry, fields: { ...entry.fields, [word]: text } });
  const at = async (server: string) => failure(on, options, { ...entry, server });

  const wrongKey = await failure(on, options, typed('fieldWawpToken', 'not-the-key'));
  expect(wrongKey).toEqual(['checkKey', expect.stringContaining(on.words('troubleKeyRefused'))]);
  const unknown = await failure(on, options, typed('fieldWawpInstance', 'NOSUCHINSTANCE'));
  expect(unknown).toEqual(['checkSession', expect.stringContaining(on.words('troubleNoSession'))]);
  const notAGateway = ['checkShape', expect.stringContaining(on.words('troubleNotAGateway', new URL(on.url).host))];
  expect(await at(`${entry.server}/wp-json`)).toEqual(notAGateway);
  const closed = `127.0.0.1:${await closedPort()}`;
  const nobody = ['checkAddress', expect.stringContaining(on.words('troubleUnreachable', closed))];
  expect(await at(closed)).toEqual(nobody);

  await on.order('html-200');
  expect(await failure(on, options, entry)).toEqual(notAGateway);
  await on.calm();
  await on.order('session-down');
  const down = ['checkSession', expect.stringContaining(on.words('troubleSessionDown', '', 'STOPPED'))];
  expect(await failure(on, options, entry)).toEqual(down);
});

/** The word for the step that failed, and what is said there. Insists that the steps before are good, and none after is tried. */
async function failure(
  { words }: Stage,
  options: Options,
  entry: Entry,
): Promise<readonly [string, string | undefined]> {
  await options.enter(entry);
  expect(await options.save()).toContain(words('checkNotYetNext'));
  const checks = await options.checks();
  const failed = checks.findIndex(({ why }) => why !== undefined);
  const due = checks.map((_, nth) => words(nth < failed ? 'checkGood' : nth === failed ? 'checkBad' : 'checkSkipped'));
  expect(checks.map(({ outcome }) => outcome)).toEqual(due);
  const steps = ['checkAddress', 'checkShape', 'checkKey', 'checkSession', 'checkGroups', 'checkAdmin'];
  return [steps.find((step) => words(step) === checks[failed]?.step) ?? '', checks[failed]?.why];
}

alike('gives up on a gateway that never answers', async () => {
  const on = await stage();
  const options = await on.options();
  await on.order('hang');
  const why = expect.stringContaining(on.words('troubleTimedOut', new URL(on.url).host));
  expect(await failure(on, options, on.entry('wasend'))).toEqual(['checkAddress', why]);
});
