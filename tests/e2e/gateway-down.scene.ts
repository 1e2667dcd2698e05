import { expect } from 'vitest';
import { alike, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';

/** A popup that remembers the group's link from three hours ago. */
async function remembering(): Promise<{ on: Stage; link: string }> {
  const on = await stage();
  await on.addAccount();
  const popup = await on.popup();
  await popup.choose(group);
  await popup.copy();
  const link = await popup.link();
  await popup.tab.evaluate(aged, 3 * 3_600_000);
  await popup.tab.close();
  return { on, link };
}

const downs = [
  ['drop', 'troubleUnreachableNext'],
  ['500', 'troubleGatewayFailed'],
  ['html-200', 'troubleNotAGatewayNext'],
  ['401', 'troubleKeyRefused'],
  ['session-down', 'troubleNoSession'],
  ['undefined', 'troubleNoCode'],
] as const;

alike('keeps the remembered link on the screen, with its age and the cause, however the gateway is down', async () => {
  const { on, link } = await remembering();
  for (const [fault, words] of downs) {
    await on.order(fault);
    const popup = await on.popup();
    await popup.tab.waitForText(on.words(words));
    expect(await popup.link(), fault).toBe(link);
    expect(await popup.tab.text(), fault).toMatch(/3 hr\. ago|3 hours ago/);
    await popup.copy();
    expect((await on.clipboard()).text, fault).toBe(link);
    await popup.tab.close();
    await on.calm();
  }
});

thorough('tells when the link that was copied has changed behind our back', async () => {
  const { on, link } = await remembering();
  await on.happen({ act: 'revoke', group });
  await on.order('slow', { verb: 'code', ms: 2000 });
  const popup = await on.popup();
  await popup.copy();
  expect((await on.clipboard()).text).toBe(link);
  await popup.tab.waitForText(on.words('linkChanged'));
  expect(await popup.link()).toBe(await on.linkInSandbox(group));
});

/** Runs in a page of ours: makes what we last saw older than it is. */
function aged(ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('latchkey');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction('seen', 'readwrite');
      writing.objectStore('seen').openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return;
        cursor.update({ ...cursor.value, seenAt: cursor.value.seenAt - ms });
        cursor.continue();
      };
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
