import { mkdir } from 'node:fs/promises';
import { deskAt } from './desk.ts';
import { openPopup } from './faces/popup.ts';
import type { Playing } from './playground.ts';

const group = 'VIP Launch List';
const pictures = '.sandbox/pictures';

/** Copies a link, retires it, copies the new one; says what was seen at each step. Gives the exit code. */
export async function mainJob({ browser, sandbox, words, options }: Playing): Promise<number> {
  const desk = deskAt(sandbox.url);
  const known = async () => linkOf((await desk.group(group)).code);
  const lastRetired = async () => (await desk.group(group)).codes.findLast(({ retiredAt }) => retiredAt)?.code;
  const copied = async () => (await browser.readClipboard()).text ?? '';
  let wrong = 0;

  function compare(what: string, seen: string, wanted: string) {
    const same = seen === wanted;
    if (!same) wrong += 1;
    console.log(`${same ? '  ok    ' : '  WRONG '} ${what}: ${seen}${same ? '' : `, not ${wanted}`}`);
  }

  await mkdir(pictures, { recursive: true });
  await options.tab.screenshot(`${pictures}/1-connected.png`);
  console.log('\nThe account is connected. The main job, without a display:');

  const popup = await openPopup(browser, words);
  await popup.choose(group);
  const old = await known();
  compare(`the popup shows the link of “${group}”`, await popup.link(), old);
  await popup.tab.screenshot(`${pictures}/2-link.png`);

  await popup.copy();
  compare('the clipboard holds what the sandbox issued', await copied(), old);
  await popup.tab.screenshot(`${pictures}/3-copied.png`);

  const warning = await popup.beginRetiring();
  console.log(`         before retiring, the popup says: ${warning.replace(/\s+/g, ' ')}`);
  await popup.tab.screenshot(`${pictures}/4-retire.png`);
  await popup.confirmRetiring();
  const fresh = await known();
  compare('the sandbox has retired', linkOf(await lastRetired()), old);
  compare('the popup shows the new link', await popup.linkAfter(old), fresh);
  await popup.tab.screenshot(`${pictures}/5-new-link.png`);

  await popup.copyNew();
  compare('the clipboard holds the new link', await copied(), fresh);
  await popup.tab.screenshot(`${pictures}/6-copied-new.png`);

  console.log(`\nPictures of each step are in ${pictures}/. With a display, npm start opens a browser for you.`);
  console.log(wrong === 0 ? 'All as it should be.' : `${wrong} of these were not as they should be.`);
  return wrong === 0 ? 0 : 1;
}

function linkOf(code: string | undefined): string {
  return `https://chat.whatsapp.com/${code}`;
}
