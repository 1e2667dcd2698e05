import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { closedPort } from './closed-port.ts';
import { alike, type Entry, type Options, type Stage, stage, thorough } from './stage.ts';

alike('says of each wrong address what is wrong with it, and takes a better one by a click', async () => {
  const on = await stage({ strict: true });
  const options = await on.options();
  const host = new URL(on.url).host;
  const closed = `127.0.0.1:${await closedPort()}`;
  await options.enter({ ...on.entry(), server: closed });
  const at = async (server: string) => {
    await options.type({ fieldServer: server });
    await options.save();
    return failure(on, options);
  };
  const address = (word: string, ...values: string[]) => [
    'checkAddress',
    expect.stringContaining(on.words(word, ...values)),
  ];

  expect(await at(closed)).toEqual(address('troubleClosedPort', closed));
  expect(await at('http://127.0.0.1:6000')).toEqual(address('troubleBlockedPort', '127.0.0.1:6000'));
  const secure = new URL(on.secureUrl).host;
  expect(await at(`${on.secureUrl}/wawp`)).toEqual(address('troubleBadCertificate', secure));
  expect(await at('https://gateway.invalid')).toEqual(address('troubleNoSuchHost', 'gateway.invalid'));

  const better = `http://${host}/wawp`;
  expect(await at(`https://${host}/wawp`)).toEqual(address('troubleNotTls', host));
  expect(await options.useBetter(better)).toContain(on.words('checkReadyNext'));
  expect(await options.tab.value({ role: 'textbox', name: on.words('fieldServer') })).toBe(better);
});

alike('says at which step a connection fails, and why, and tries no step after it', async () => {
  const on = await stage();
  const options = await on.options();
  const entry = on.entry();
  const host = new URL(on.url).host;
  const said = (step: string, word: string, ...values: string[]) => [
    step,
    expect.stringContaining(on.words(word, ...values)),
  ];
  const tried = async (wrong: Partial<Entry>) => {
    await options.enter({ ...entry, ...wrong });
    await options.save();
    return failure(on, options);
  };
  const typed = (word: string, text: string) => ({ fields: { ...entry.fields, [word]: text } });

  expect(await tried(typed('fieldWawpToken', 'not-the-key'))).toEqual(said('checkKey', 'troubleKeyRefused'));
  expect(await tried(typed('fieldWawpInstance', 'NOSUCH'))).toEqual(said('checkSession', 'troubleNoSession'));
  await on.order('html-200');
  expect(await tried({})).toEqual(said('checkShape', 'troubleWebPage', host));
  await on.calm();
  await on.order('session-down');
  expect(await tried({})).toEqual(said('checkSession', 'troubleSessionDown', '', 'STOPPED'));
  await on.calm();
  const { server = '' } = entry;
  await on.forgetRequests();
  expect(await tried({ server: `${server}/wp-json/awp` })).toEqual(
    said('checkShape', 'troubleWrongPath', host, '', 'Wawp'),
  );
  // Whoever asked at the other addresses had no key with him.
  expect(new Set((await on.requests()).map(({ status }) => status))).toEqual(new Set([401, 404]));
  expect(await options.useBetter(server)).toContain(on.words('checkReadyNext'));
});

alike('names the make that answers in place of the chosen one, and the address that a redirect leads to', async () => {
  const on = await stage();
  const options = await on.options();
  await options.enter({ ...on.entry('evolution'), server: `${on.url}/waha` });
  await options.save();
  const why = expect.stringContaining(on.words('troubleOtherMake', new URL(on.url).host, '', 'WAHA'));
  expect(await failure(on, options)).toEqual(['checkShape', why]);

  const door = await listening((path, response) =>
    response.writeHead(307, { location: `${on.url}/wasend${path}` }).end(),
  );
  await options.enter({ ...on.entry('wasend'), server: door });
  await options.save();
  const moved = expect.stringContaining(on.words('troubleRedirected', new URL(door).host));
  expect(await failure(on, options)).toEqual(['checkAddress', moved]);
  expect(await options.useBetter(`${on.url}/wasend`)).toContain(on.words('checkReadyNext'));
});

thorough('gives up on a gateway that never answers', async () => {
  const on = await stage();
  const options = await on.options();
  await on.order('hang');
  await options.enter(on.entry('wasend'));
  await options.save();
  const why = expect.stringContaining(on.words('troubleTimedOut', new URL(on.url).host));
  expect(await failure(on, options)).toEqual(['checkAddress', why]);
});

/** Address of a server of this scene's own. */
async function listening(answer: (path: string, response: ServerResponse) => void) {
  const server = createServer((request, response) => answer(request.url ?? '', response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The word for the step that failed, and what is said there. Insists that the steps before are good, and none after is tried. */
async function failure({ words }: Stage, options: Options): Promise<readonly [string, string | undefined]> {
  expect(await options.tab.text('main')).toContain(words('checkNotYetNext'));
  const checks = await options.checks();
  const failed = checks.findIndex(({ why }) => why !== undefined);
  const due = checks.map((_, nth) => words(nth < failed ? 'checkGood' : nth === failed ? 'checkBad' : 'checkSkipped'));
  expect(checks.map(({ outcome }) => outcome)).toEqual(due);
  const steps = ['checkAddress', 'checkShape', 'checkKey', 'checkSession', 'checkGroups', 'checkAdmin'];
  return [steps.find((step) => words(step) === checks[failed]?.step) ?? '', checks[failed]?.why];
}
