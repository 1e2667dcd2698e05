import { expect } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { alike, type Stage, stage, thorough } from './stage.ts';

/** As far as these scenes care. */
interface Sight {
  readonly code: string;
  readonly verdict: string;
  readonly sources: readonly string[];
  readonly seenAt: number;
  readonly name?: string;
  readonly picture?: string;
  readonly kind?: string;
  readonly size?: { readonly count: number };
  readonly trouble?: { readonly kind: string; readonly waitMs?: number };
  readonly own?: {
    readonly relation: string;
    readonly code: string;
    readonly retired?: { readonly byUs: boolean };
    readonly inside?: { readonly accountName: string; readonly current?: string; readonly name: string };
  };
}

const stranger = 'Garden Swap Toulouse';
const never = 'HFakeNever01abcdefgh12';

alike('looks once for many askers, and remembers it, also when the background was stopped', async () => {
  const on = await stage();
  await on.addAccount();
  const ours = await own(on);
  const { code } = await on.groupInSandbox(stranger);
  const seen = await ours.lookAtOnce(10, { code });
  expect(seen).toEqual(Array(10).fill(seen[0]));
  expect(seen[0]).toMatchObject({ code, verdict: 'live', name: stranger, sources: ['gateway'] });
  expect(await probes(on)).toBe(1);

  await on.browser.stopBackground();
  expect(await ours.look(code)).toEqual(seen[0]);
  expect(await ours.recall([code, never])).toEqual([seen[0]]);
  expect(await probes(on)).toBe(1);

  const again = await ours.lookAtOnce(5, { code, again: true });
  expect(again[4]?.seenAt).toBeGreaterThan(seen[0]?.seenAt ?? 0);
  expect(await probes(on)).toBe(2);
});

alike('says of a link what the gateway says of it, and else that it cannot tell', async () => {
  const on = await stage();
  const ours = await own(on);
  const { code, codes } = await on.groupInSandbox(stranger);
  expect(await ours.look(code)).toMatchObject({ verdict: 'unknown', trouble: { kind: 'no-source' }, sources: [] });

  await on.addAccount('wasend');
  const said = async (name: string) => (await ours.look((await on.groupInSandbox(name)).code)).verdict;
  expect(await ours.look(codes[0]?.code ?? '')).toMatchObject({ verdict: 'retired', sources: ['gateway'] });
  expect(await ours.look(never)).toMatchObject({ verdict: 'invalid', sources: ['gateway'] });
  expect(await said('Full House Poker')).toBe('full');
  expect(await said('Private Tasting')).toBe('approval');
  for (const [fault, kind] of [
    ['session-down', 'session-down'],
    ['drop', 'unreachable'],
    ['html-200', 'not-a-gateway'],
    ['truncated-json', 'cut-off'],
    ['500', 'gateway-failed'],
    ['429', 'slow-down'],
  ] as const) {
    await on.order(fault, { make: 'wasend', retryAfter: 30 });
    const sight = await ours.look(code, { again: true });
    expect(sight, fault).toMatchObject({ verdict: 'unknown', trouble: { kind }, sources: [] });
    await on.calm();
  }
  // It asked to be left alone, so it is, also by another life of the background.
  await on.forgetRequests();
  await on.browser.stopBackground();
  const { trouble } = await ours.look(code, { again: true });
  expect(trouble).toMatchObject({ kind: 'slow-down' });
  expect(trouble?.waitMs).toBeLessThanOrEqual(30_000);
  expect(await on.requests()).toEqual([]);
});

alike('knows the codes of our own groups without asking anybody, the retired ones too', async () => {
  const on = await stage();
  await on.addAccount('wasend', 'demo', 'Mine');
  const ours = await own(on);
  const { id, code } = await on.groupInSandbox('VIP Launch List');
  const account = await ours.account();
  await ours.ask('group.refresh', account);
  await ours.ask('invite.read', { account, group: id });
  expect(await ours.recall([code, never])).toMatchObject([
    { code, verdict: 'live', name: 'VIP Launch List', own: { relation: 'admin', code: 'current' } },
  ]);
  // Seen alive, and only then retired.
  expect((await ours.look(code)).verdict).toBe('live');
  await ours.ask('invite.revoke', { account, group: id, code });
  const now = await on.groupInSandbox('VIP Launch List');
  await on.forgetRequests();
  const [old] = await ours.recall([code]);
  expect(old).toMatchObject({
    ...{ verdict: 'retired' },
    own: { code: 'retired', retired: { byUs: true }, inside: { accountName: 'Mine', current: now.code } },
  });
  expect(await ours.look(code)).toEqual(old);
  expect(await on.requests()).toEqual([]);
  await on.order('drop');
  expect((await ours.look(code, { again: true })).verdict).toBe('retired');
});

thorough('reads the public page where there is no account and the browser lets us', async () => {
  const on = await stage();
  const ours = await own(on);
  const { code, codes } = await on.groupInSandbox(stranger);
  await on.allowSites(['chat.whatsapp.com', 'pps.whatsapp.net']);
  const sight = await ours.look(code);
  expect(sight).toMatchObject({ verdict: 'live', name: stranger, kind: 'group', sources: ['page'] });
  expect(sight.picture).toMatch(/^data:image\/jpeg;base64,/);
  expect(sight.size).toBeUndefined();
  const [asked] = (await on.requests()).filter(({ verb }) => verb === 'page');
  expect(asked).toMatchObject({ method: 'GET', path: `/${code}`, credentials: [] });

  // The page cannot tell a retired code from one that never was.
  expect(await ours.look(codes[0]?.code ?? '')).toMatchObject({ verdict: 'invalid', sources: ['page'] });
  for (const guard of ['consent', 'elsewhere'] as const) {
    await on.variants('public', { guard });
    const { verdict, trouble } = await ours.look(code, { again: true });
    expect(`${guard} ${verdict} ${trouble?.kind}`).toMatch(/ unknown (page-unread|redirected)$/);
  }
  await on.variants('public', { guard: 'open' });
  await on.order('429', { make: 'public', times: 1, retryAfter: 60 });
  expect((await ours.look(code, { again: true })).trouble?.kind).toBe('slow-down');
  await on.forgetRequests();
  expect((await ours.look(never)).trouble?.kind).toBe('slow-down');
  expect(await on.requests()).toEqual([]);
  expect(await ours.recall([code])).toEqual([sight]);
});

thorough('combines what a gateway and the public page tell', async () => {
  const on = await stage();
  await on.addAccount('wasend');
  await on.allowSites(['chat.whatsapp.com', 'pps.whatsapp.net']);
  const ours = await own(on);
  const { code } = await on.groupInSandbox('Private Tasting');
  const both = await ours.look(code);
  expect(both).toMatchObject({ verdict: 'approval', size: { count: 40 }, sources: ['gateway', 'page'] });
  expect(both.picture).toMatch(/^data:image/);
  // Each is heard where the other one fails.
  await on.order('429', { make: 'public' });
  expect(await ours.look(code, { again: true })).toMatchObject({ verdict: 'approval', sources: ['gateway'] });
  await on.calm();
});

alike('lets a page ask for a look and no more, and not as often as it likes', async () => {
  const on = await stage();
  await on.addAccount();
  const ours = await own(on);
  const account = await ours.account();
  await ours.ask('group.refresh', account);
  const page = await on.page(on.pagesUrl('write'));
  const tab = await page.id();
  const { id, code } = await on.groupInSandbox('VIP Launch List');
  await ours.ask('invite.read', { account, group: id });
  const fromPage = (questions: readonly object[]) => on.browser.evaluateInBackground(askInTab, { tab, questions });

  const forbidden = [
    ...['account.overview', 'account.save', 'invite.read', 'invite.revoke', 'link.open', 'join.start', 'group.list'],
  ].map((question) => ({ question, asked: account }));
  const forged = [{ code, account }, `https://chat.whatsapp.com/${code}`, [code]].map((asked) => ({
    question: 'link.probe',
    asked,
  }));
  for (const answer of await fromPage([...forbidden, ...forged])) {
    expect(answer).toEqual({ trouble: { kind: 'not-allowed' } });
  }

  const [recalled] = await fromPage([{ question: 'link.recall', asked: code }]);
  const isOurs = expect.stringContaining(on.words('ownAdmin').split('(')[0] ?? '');
  expect(recalled).toMatchObject({ answer: { verdict: 'live', own: isOurs } });
  expect(JSON.stringify(recalled)).not.toMatch(/inside|@g\.us|wawp/);

  await on.forgetRequests();
  const codes = (await on.groupsOf('big')).slice(0, 200).map((group) => group.code);
  const flood = fromPage(codes.map((one) => ({ question: 'link.probe', asked: one })));
  await page.until('the first request', async () => (await probes(on)) > 0);
  // A person in front of one of our own pages does not wait behind it.
  const { code: wanted } = await on.groupInSandbox(stranger);
  expect((await ours.look(wanted)).verdict).toBe('live');
  const answers = await flood;
  const turnedAway = answers.filter((answer) => /too-soon/.test(JSON.stringify(answer)));
  expect(turnedAway.length).toBe(196);
  expect(await probes(on)).toBe(5);
});

/** One of our own pages, and what it can ask. */
async function own(on: Stage) {
  const tab = await on.page(on.browser.extensionUrl('welcome.html'));
  const ask = (question: string, asked: unknown) => asking(tab, question, asked);
  return {
    ask,
    look: (code: string, more: object = {}) => ask('link.probe', { code, ...more }) as Promise<Sight>,
    async lookAtOnce(many: number, asked: object) {
      const answers = await tab.evaluate(sendAll, { many, message: { question: 'link.probe', asked } });
      return answers.map(({ answer }) => answer as Sight);
    },
    recall: (codes: readonly string[]) => ask('link.recall', codes) as Promise<readonly Sight[]>,
    async account() {
      const { accounts } = (await ask('account.overview', undefined)) as { accounts: { id: string }[] };
      return accounts[0]?.id ?? '';
    },
  };
}

async function asking(tab: Tab, question: string, asked: unknown): Promise<unknown> {
  const envelope = await tab.evaluate(send, { question, asked });
  if (!('answer' in envelope)) throw new Error(`${question}: ${JSON.stringify(envelope)}`);
  return envelope.answer;
}

function send(message: object): Promise<{ answer?: unknown }> {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
}

/** In one go: a driver may take its commands one by one. */
function sendAll({ many, message }: { many: number; message: object }): Promise<{ answer?: unknown }[]> {
  const { runtime } = Reflect.get(globalThis, 'chrome');
  return Promise.all(Array.from({ length: many }, () => runtime.sendMessage(message)));
}

/** What a script of ours in a page is answered, if its process asks whatever it likes. */
async function askInTab({ tab, questions }: { tab: number; questions: readonly object[] }): Promise<readonly object[]> {
  const { scripting } = Reflect.get(globalThis, 'chrome');
  const [{ result }] = await scripting.executeScript({
    target: { tabId: tab },
    args: [questions],
    func: (all: readonly object[]) =>
      Promise.all(all.map((one) => Reflect.get(globalThis, 'chrome').runtime.sendMessage(one))),
  });
  return result;
}

async function probes(on: Stage): Promise<number> {
  return (await on.requests()).filter(({ verb }) => verb === 'probe').length;
}
