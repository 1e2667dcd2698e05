import { expect, it } from 'vitest';
import { keptIn } from './kept.ts';
import { everythingIn, heardInBackground, listenIn, listenInBackground, takeDeviceKey } from './listening.ts';
import { alike, stage } from './stage.ts';

const group = 'VIP Launch List';

it('keeps a key where nobody can read it, through the whole life of an account', async () => {
  const on = await stage();
  const { fields } = on.entry();
  const key = fields.fieldWawpToken ?? '';
  await listenInBackground(on);
  const told: string[] = [];

  const options = await on.options();
  await listenIn(options.tab);
  await options.connect(on.entry());
  for (const fault of ['echo-key', '401', 'truncated-json'] as const) {
    await on.order(fault);
    await options.tab.click({ role: 'button', name: on.words('saveAndTest') });
    await options.tab.waitForText(on.words('checkNotYetNext'));
    told.push(await everythingIn(options.tab));
    await on.calm();
  }

  const popup = await on.popup();
  await listenIn(popup.tab);
  await popup.choose(group);
  const old = await popup.link();
  await popup.copyAs('button');
  await on.order('echo-key', { verb: 'revoke', acts: true });
  await popup.retire();
  await popup.linkAfter(old);
  told.push(await everythingIn(popup.tab), JSON.stringify(await on.clipboard()));

  const kept = await keptIn(popup.tab);
  const heard = JSON.stringify([told, kept, await heardInBackground(on)]);
  // What must be there, lest we looked in the wrong place.
  expect(heard).toContain(fields.fieldWawpInstance);
  expect(heard).toContain('makeLabel');
  expect(heard).toContain('Internal Server Error');
  expect(heard).toContain('a word of the background');
  expect(kept.rooms.keys).toHaveLength(1);
  expect(kept.rooms.lineage).toHaveLength(2);
  const { secrets = {} } = Object(kept.local.vault?.value);
  expect(Object.values(secrets)).toEqual([
    { token: { iv: expect.stringMatching(/^[\w+/]{16}$/), data: expect.stringMatching(/^[\w+/]{20,}=*$/) } },
  ]);
  for (const spelling of [key, encodeURIComponent(key), btoa(key), Buffer.from(key).toString('hex')]) {
    expect(heard).not.toContain(spelling);
  }
});

alike('never shows a key again, neither in the form nor in an answer to a page', async () => {
  const on = await stage();
  await on.connectAccount('wasend');
  const options = await on.options();
  await listenIn(options.tab);
  await options.change('Wasend');
  await options.type({ accountName: 'Wasend shop' });
  await options.save();
  const heard = await everythingIn(options.tab);
  // In answers alone.
  expect(heard).toContain('makeLabel');
  expect(heard).not.toContain(on.entry('wasend').fields.fieldWasendKey);
});

it('seals keys with a key of its own that no page can take out', async () => {
  const on = await stage();
  await on.connectAccount();
  const { tab } = await on.options();
  expect(await takeDeviceKey(tab)).toBe('InvalidAccessError');
});
