import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const word = fc.string({ unit: fc.constantFrom(...'QXZqxzñ'), minLength: 8, maxLength: 20 }).map((one) => `${one}ß`);
const code = fc.string({ unit: fc.constantFrom(...'QXZqxz789'), minLength: 22, maxLength: 22 });
const phone = fc.integer({ min: 491_510_000_000, max: 491_519_999_999 }).map(String);
const person = fc.record({
  ...{ account: word, group: word, key: word, host: word.map((one) => `${one.replace(/[^a-z]/g, 'q')}.example`) },
  ...{ greeting: word, site: word, note: word, label: word, said: word, instance: word, code, phone },
});

function newBrowser() {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ version: '0.7.0' }),
    getPlatformInfo: async () => ({ os: 'linux', arch: 'x86-64' }),
  });
  Object.assign(fakeBrowser.i18n, { getUILanguage: () => 'en' });
  Object.assign(fakeBrowser, {
    permissions: { contains: async () => true, getAll: async () => ({ permissions: ['alarms'] }) },
  });
  globalThis.indexedDB = new IDBFactory();
}

it('tells of everything, and of nothing that a person or a gateway has called anything', {
  timeout: 120_000,
}, async () => {
  newBrowser();
  const [{ info }, items, care, vault, rolls, activity, past, sent, troubles, lineage] = await Promise.all([
    ...([
      import('./debug'),
      import('../store/items'),
      import('../store/care-items'),
      import('../store/vault'),
    ] as const),
    ...([import('../store/rolls'), import('./care/activity'), import('../store/past-troubles')] as const),
    ...([import('./sent'), import('./troubles'), import('../store/lineage')] as const),
  ]);
  await fc.assert(
    fc.asyncProperty(person, async (own) => {
      await fakeBrowser.storage.session.clear();
      const id = `1${own.phone}@g.us`;
      const account = { id: own.account, make: 'wawp', name: own.account, server: `https://${own.host}` };
      await items.change(items.accountsItem, () => [{ ...account, fields: { instance: own.instance }, addedAt: 1 }]);
      await items.change(items.settingsItem, (all) => ({ ...all, greeting: own.greeting, joinOnly: [own.group] }));
      await items.change(items.sitesItem, () => ({ everywhere: false, on: [own.site], off: [own.host] }));
      await items.change(items.habitsItem, () => ({ [own.account]: { engine: own.said, rights: 'read' } }));
      await items.change(care.caresItem, () => ({ [id]: { watch: true, name: own.group } }));
      const campaign = { id: own.note, name: own.label, startAt: 1, endAt: 2, groups: [id], notes: own.note } as const;
      await items.change(care.campaignsItem, () => [{ ...campaign, groups: [id], atEnd: 'keep' as const }]);
      await items.change(care.alertsItem, () => [
        {
          id: own.note,
          kind: 'gone' as const,
          since: 1,
          at: 1,
          times: 1,
          name: own.group,
          trouble: { kind: 'refused' as const, said: own.said },
        },
      ]);
      await vault.keepSecrets(own.account, { token: own.key });
      await rolls.keepRoll({
        account: own.account,
        groups: [{ id, name: own.group, description: own.note }],
        listedAt: 5,
      });
      const trouble = { kind: 'refused', status: 418, said: own.said, host: own.host } as const;
      await activity.logged({ what: 'watch', how: 'failed', name: own.group, trouble, account: own.account });
      await lineage.sighted({ account: own.account, group: id, name: own.group, code: own.code as never, now: 7 });
      sent.noteSent('invite')(own.host);
      troubles.noted('invite.read', trouble);
      troubles.noted(`invite.${own.key}`, trouble);
      await vi.waitFor(async () => expect(await past.pastTroubles()).toHaveLength(1));
      const text = await info();
      for (const part of [
        'wawp, https',
        'lineage=',
        'requests to',
        'watch.failed: refused 418',
        'invite.read: refused 418',
      ]) {
        expect(text).toContain(part);
      }
      expect(text).not.toContain('could not be read');
      for (const value of Object.values(own)) expect(text).not.toContain(value);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
