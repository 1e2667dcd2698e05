import { expect } from 'vitest';
import { allowed } from './seeded.ts';
import { alike, stage } from './stage.ts';

// A worker that is stopped keeps nothing of the scripts that it has imported.

const group = 'VIP Launch List';

/** One of each part that the background fetches when somebody asks for it. */
const questions: readonly (readonly [question: string, asked?: unknown])[] = [
  ...([['account.overview'], ['vault.state'], ['account.makes'], ['site.list']] as const),
  ...([['lineage.list', { filter: {}, limit: 5 }], ['record.state'], ['care.view']] as const),
  ...([['queue.list'], ['link.recall', []], ['alert.list'], ['campaign.list']] as const),
];

alike(
  'answers every kind of question after the background was stopped, and after the browser was restarted',
  async () => {
    const on = await stage();
    await on.addAccount();
    const { id } = await on.groupInSandbox(group);
    for (const away of ['stopBackground', 'restart'] as const) {
      await on.browser[away]();
      // So soon after it was given, a permission may not have reached the disk.
      await on.browser.grantHosts();
      const own = await on.page(on.browser.extensionUrl('welcome.html'));
      await allowed(own, ['http://127.0.0.1/*']);
      for (const [question, asked] of questions) {
        expect(await own.evaluate(reply, { question, asked }), question).toHaveProperty('answer');
        await on.browser.stopBackground();
      }
      const overview = await own.evaluate(reply, { question: 'account.overview' });
      await on.browser.stopBackground();
      // What speaks with a gateway lies behind several doors.
      const read = { question: 'invite.read', asked: { account: overview.answer?.accounts?.[0]?.id, group: id } };
      expect(await own.evaluate(reply, read)).toMatchObject({ answer: { code: expect.any(String) } });
    }
  },
);

interface Envelope {
  readonly answer?: { readonly accounts?: readonly { readonly id: string }[] };
}

/** Travels into a page of ours. */
function reply(message: unknown): Promise<Envelope> {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
}
