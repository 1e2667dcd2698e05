import { expect } from 'vitest';
import { keptIn } from './kept.ts';
import { alike, type Popup, type Stage, stage } from './stage.ts';

const group = 'VIP Launch List';

async function chosen(): Promise<{ on: Stage; popup: Popup }> {
  const on = await stage();
  await on.addAccount();
  const popup = await on.popup();
  await popup.choose(group);
  return { on, popup };
}

alike('writes down what a copy was for, and that it is on paper, and is in nobody’s way', async () => {
  const { on, popup } = await chosen();
  const { tab } = popup;
  await popup.copy();
  await tab.waitFor('.what-for');
  expect(await tab.evaluate("document.activeElement?.closest('.what-for') === null")).toBe(true);
  await popup.label('  April newsletter ');
  await popup.copyAs('button');
  await popup.label('Poster Lyon');
  await popup.tickPrinted();
  const { code } = await on.groupInSandbox(group);
  const rows = await tab.until('five lines', async () => {
    const lines = (await keptIn(tab)).rooms.ledger ?? [];
    return lines.length === 5 && lines.map((line) => Object(line).row);
  });
  const first = rows.find(({ shape }) => shape === 'link');
  const second = rows.find(({ shape }) => shape === 'button');
  expect(rows).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'given', code, name: group }),
      expect.objectContaining({ kind: 'named', of: first.id, label: 'April newsletter', printed: false }),
      expect.objectContaining({ kind: 'named', of: second.id, label: 'Poster Lyon', printed: true }),
    ]),
  );

  // What was typed and not yet kept goes with the group, and the line is gone.
  await popup.copyAs('link');
  await tab.fill({ role: 'textbox', name: on.words('whatFor') }, 'website');
  await popup.choose('Beta Testers');
  await tab.waitUntilGone('.what-for');
  await tab.until('the word', async () => JSON.stringify((await keptIn(tab)).rooms.ledger).includes('"website"'));

  await tab.click({ role: 'combobox', name: on.words('searchGroups') });
  await tab.press('Enter');
  await tab.until('a closed popup', async () => !(await tab.isOpen()));
  expect((await on.clipboard()).text).toBe(await on.linkInSandbox('Beta Testers'));
});

alike('locks a printed link behind the name of its group, in the popup and beneath it', async () => {
  const { on, popup } = await chosen();
  const { tab } = popup;
  const old = await popup.link();
  expect(await popup.beginRetiring()).toContain(on.words('outNothing'));
  await tab.click({ role: 'button', name: on.words('keepLink') });
  await popup.copy();
  await popup.tickPrinted();
  await popup.label('Poster Lyon');

  const { code, id } = await on.groupInSandbox(group);
  for (const typed of [{}, { typed: 'VIP Launch' }]) {
    expect(await tab.evaluate(revokeUnasked, { code, group: id, ...typed })).toMatchObject({
      trouble: { kind: 'type-name' },
    });
  }

  const told = await popup.beginRetiring();
  expect(told).toContain('Poster Lyon');
  expect(told).toContain(on.words('outPaperStays'));
  const retire = { role: 'button', name: on.words('retireNow') } as const;
  await popup.typeName('VIP Launch');
  await tab.press('Enter');
  await tab.waitForText(on.words('retireNotName'));
  expect(await tab.attribute(retire, 'disabled')).toBe('');
  expect(await on.revocations()).toEqual([]);

  await popup.typeName(`${group} `);
  await popup.confirmRetiring();
  expect(await popup.linkAfter(old)).toBe(await on.linkInSandbox(group));
  expect(await on.revocations()).toHaveLength(1);
  // The new link is on no paper yet.
  expect(await popup.beginRetiring()).toContain(on.words('outNothing'));
});

/** Asks the background as our own page could, past all that stands on the screen. */
async function revokeUnasked(asked: { readonly code: string; readonly group: string; readonly typed?: string }) {
  const { runtime } = Reflect.get(globalThis, 'chrome');
  const { answer } = await runtime.sendMessage({ question: 'account.overview' });
  const { id: account } = answer.accounts[0];
  return runtime.sendMessage({ question: 'invite.revoke', asked: { account, ...asked } });
}
