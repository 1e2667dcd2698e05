import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import policyOne from '../../tests/fixtures/policy-1.json';
import { queuesItem, rulesItem } from './care-items';
import { accountsItem, change, noPolicy, policyItem, policyNow, read, readOwn, settingsItem, sitesItem } from './items';

beforeEach(() => fakeBrowser.reset());

describe('what an administrator has set', () => {
  it('is read as an older version kept it', async () => {
    await fakeBrowser.storage.local.set({ policy: policyOne });
    expect(await policyNow()).toEqual(policyOne.value);
  });

  it('lies over what the user has chosen, which stays as it is', async () => {
    await change(settingsItem, (own) => ({ ...own, greeting: 'mine', joinsPerMinute: 4 }));
    await change(sitesItem, (own) => ({ ...own, off: ['own.example'] }));
    await fakeBrowser.storage.local.set({ policy: policyOne });
    expect(await read(settingsItem)).toMatchObject({ greeting: 'Hello from the desk', joinsPerMinute: 4 });
    expect(await readOwn(settingsItem)).toMatchObject({ greeting: 'mine' });
    expect((await read(sitesItem)).off).toEqual(['intranet.example', 'own.example']);
    expect((await read(rulesItem)).fill).toEqual({ ceiling: 1_024, percent: 80 });
    expect((await read(accountsItem)).map(({ id }) => id)).toEqual(['policy-Desk']);
    await fakeBrowser.storage.local.remove('policy');
    expect(await read(settingsItem)).toMatchObject({ greeting: 'mine' });
    expect(await read(accountsItem)).toEqual([]);
  });

  it('sets the pace of every queue', async () => {
    await change(queuesItem, () => ({ a: { state: 'running' as const, perMinute: 5 } }));
    await change(policyItem, () => ({ ...noPolicy, queuePerMinute: 2, given: ['queuePerMinute'] }));
    expect((await read(queuesItem)).a?.perMinute).toBe(2);
  });

  it('is nothing where it cannot be read: the browser is asked again soon', async () => {
    await fakeBrowser.storage.local.set({ policy: { version: 1, value: 'broken' } });
    expect(await policyNow()).toEqual(noPolicy);
    expect(await read(settingsItem)).toEqual(settingsItem.fallback);
  });
});
