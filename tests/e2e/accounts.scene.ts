import { expect } from 'vitest';
import { keptIn, keptOfPeople } from './kept.ts';
import { alike, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';

thorough('finds out step by step that an account of each make works, and names two of one make apart', async () => {
  const on = await stage();
  const options = await on.options();
  const groups = await on.groupsOf('demo');
  const admin = groups.filter(({ roles }) => roles.demo !== 'participant');
  const ends = (who: string) => [
    'yes',
    'yes',
    'yes',
    `yes (${who})`,
    '25 groups',
    `${admin.length} of ${groups.length}`,
  ];
  expect(groups).toHaveLength(25);

  await options.connect(on.entry('wasend'));
  expect((await options.checks()).map(({ outcome }) => outcome)).toEqual(ends('demo'));
  await options.connect(on.entry('wawp'));
  expect((await options.checks()).map(({ outcome }) => outcome)).toEqual(ends('Léa Marchand'));
  await options.connect(on.entry('wawp', 'big'));
  expect((await options.checks())[4]?.outcome).toBe('10,000 groups');
  expect((await options.names()).toSorted()).toEqual(['Wasend', 'Wawp', 'Wawp 2']);
});

thorough(
  'sends a Wawp key in the query of a GET and in the body of a POST, in headers where those are understood or told so',
  async () => {
    const on = await stage();
    await on.variants('wawp', { headerAuth: 'session' });
    const options = await on.options();
    const ways = async () =>
      new Set((await on.requests()).map(({ method, credentials }) => `${method} ${credentials}`));
    await options.connect(on.entry());
    const popup = await on.popup();
    await on.forgetRequests();
    await popup.choose('VIP Launch List');
    await popup.retire();
    expect(await ways()).toEqual(new Set(['GET query', 'POST body']));

    await on.variants('wawp', { headerAuth: 'on' });
    await options.change('Wawp');
    await options.save();
    await on.forgetRequests();
    await popup.retire('seen in a forum');
    expect(await ways()).toEqual(new Set(['GET header', 'POST body']));

    await on.forgetRequests();
    await options.enter(on.entry());
    await options.tab.click({ role: 'checkbox', name: on.words('fieldWawpHeaders') });
    expect(await options.save()).toContain(on.words('checkReadyNext'));
    expect(await ways()).toEqual(new Set(['GET header', 'POST header']));
  },
);

alike('fills the form out of a pasted curl line, and shows the key nowhere', async () => {
  const on = await stage();
  const options = await on.options();
  const { fields } = on.entry('waha');
  const key = fields.fieldWahaKey ?? '';
  const { tab } = options;
  await tab.click({ role: 'link', name: on.words('addAccount') });
  await options.paste('here is my key');
  await tab.waitForText(on.words('pasteAccountUnknown'));
  await options.paste(`curl -sS '${on.url}/waha/api/${fields.fieldWahaSession}/groups?limit=1' -H "X-Api-Key: ${key}"`);
  await tab.waitForText(on.words('pastedComplete'));
  const said = await tab.text('main');
  expect(said).toContain(on.words('pastedMake', 'WAHA'));
  expect(said).not.toContain(key);
  expect(await tab.value({ role: 'textbox', name: on.words('pasteAccountTitle') })).toBe('');
  expect(await tab.value({ role: 'textbox', name: on.words('fieldServer') })).toBe(`${on.url}/waha`);
  const secret = { role: 'textbox', name: on.words('fieldWahaKey') } as const;
  expect(await tab.attribute(secret, 'type')).toBe('password');
  expect(await options.save()).toContain(on.words('checkReadyNext'));
  expect(await tab.value(secret)).toBe('');
});

thorough(
  'takes an address as people have it: without its port, or with a page of the gateway’s behind it',
  async () => {
    const on = await stage();
    const options = await on.options();
    const { tab } = options;
    await options.enter({ ...on.entry('waha'), server: 'http://127.0.0.1' });
    await tab.waitForText(on.words('serverPlainHere'));
    await options.save();
    const usual = 'http://127.0.0.1:3000';
    expect((await options.checks())[0]?.why).toContain(on.words('troubleNoPortNext', '', '', 'WAHA', usual));
    await options.useBetter(usual);
    expect(await tab.value({ role: 'textbox', name: on.words('fieldServer') })).toBe(usual);

    await options.type({ fieldServer: '192.168.1.20:3000' });
    await tab.waitForText(on.words('serverPlain'));
    await options.type({ fieldServer: `${on.url}/waha/dashboard` });
    await tab.waitForText(on.words('serverPageLeftOut', '/dashboard', 'WAHA', `${on.url}/waha`));
    expect(await options.save()).toContain(on.words('checkReadyNext'));
    await options.names();
    await tab.waitForText(on.words('serverPlainHere'));
  },
);

thorough('marks what is missing or wrong at its field, and neither saves nor asks anybody', async () => {
  const on = await stage();
  const options = await on.options();
  await options.enter({ ...on.entry(), fields: {} });
  await options.save();
  for (const word of ['fieldWawpInstance', 'fieldWawpToken']) {
    expect(await options.faultAt(word)).toContain(on.words('fieldMissing'));
  }
  await options.enter({ ...on.entry(), server: 'http://gateway.example.com' });
  await options.save();
  expect(await options.faultAt('fieldServer')).toContain(on.words('troubleNeedsHttps', 'gateway.example.com'));
  expect(keptOfPeople(await keptIn(options.tab))).toEqual({});
  expect(await on.requests()).toEqual([]);
});

alike('keeps the key over a new name, and wants it again for another server', async () => {
  const on = await stage();
  const { server = '', ...entry } = on.entry();
  const options = await on.options();
  await options.connect({ ...entry, server, name: 'Shop phone' });
  await options.change('Shop phone');
  const key = { role: 'textbox', name: on.words('fieldWawpToken') } as const;
  expect(await options.tab.value(key)).toBe('');
  expect(await options.tab.attribute(key, 'placeholder')).toBe(on.words('secretKept'));
  await options.type({ accountName: 'Office phone' });
  expect(await options.save()).toContain(on.words('checkReady', 'Office phone'));

  await on.forgetRequests();
  await options.type({ fieldServer: server.replace('127.0.0.1', 'localhost') });
  await options.save();
  expect(await options.faultAt('fieldWawpToken')).toContain(on.words('troubleKeyAgainNext'));
  expect(await on.requests()).toEqual([]);
  expect(await on.allowedHosts()).toEqual(['http://127.0.0.1/*']);
  await options.type(entry.fields);
  expect(await options.save()).toContain(on.words('checkReadyNext'));
  expect(await options.names()).toEqual(['Office phone']);
  expect(await on.allowedHosts()).toEqual(['http://localhost/*']);
});

alike('asks before it removes an account, and then forgets all but the record of codes', async () => {
  const on = await stage();
  await on.connectAccount();
  const popup = await on.popup();
  await popup.choose(group);
  await popup.copy();
  await popup.tab.close();
  const options = await on.options();
  const before = await keptIn(options.tab);
  expect(Object.keys(before.local.vault?.value ?? {})).toHaveLength(1);
  expect(before.local.used?.value).toHaveLength(1);
  expect(before.rooms).toMatchObject({ rolls: [expect.anything()], seen: [expect.anything()] });

  await options.remove('Wawp');
  await options.tab.waitForText(on.words('accountsEmpty'));
  const { local, rooms } = await keptIn(options.tab);
  const values = Object.fromEntries(Object.entries(local).map(([item, { value }]) => [item, value]));
  expect(values).toMatchObject({ accounts: [], vault: {}, habits: {}, used: [] });
  expect(rooms).toMatchObject({ rolls: [], seen: [], intents: [] });
  expect(rooms.lineage).toHaveLength(1);
  expect(await on.allowedHosts()).toEqual([]);
});

alike('has an account and its groups still there when the background was stopped', async () => {
  const on = await stage();
  await on.connectAccount();
  await on.browser.stopBackground();
  const popup = await on.popup();
  await popup.choose(group);
  expect(await popup.link()).toBe(await on.linkInSandbox(group));
});
