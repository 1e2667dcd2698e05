import { expect } from 'vitest';
import { stage, thorough } from './stage.ts';

const group = 'VIP Launch List';
const hosts = { wawp: 'api.wawp.net', wasend: 'api.wasend.dev' } as const;

for (const make of ['wawp', 'wasend'] as const) {
  thorough(`reaches ${hosts[make]} without any address typed, and copies a link from there`, async () => {
    const on = await stage({ production: true });
    await on.connectAccount(make);
    const popup = await on.popup();
    await popup.choose(group);
    await popup.copy();
    expect((await on.clipboard()).text).toBe(await on.linkInSandbox(group));
    expect(await on.allowedHosts()).toEqual([`https://${hosts[make]}/*`]);
    expect((await on.requests()).some(({ make: asked, verb }) => asked === make && verb === 'code')).toBe(true);
  });
}
