import type { CDPSession } from 'playwright-core';

/** Ends the background of every extension, as the browser does when it has been idle; returns when none runs. */
export async function stopWorkers(cdp: CDPSession): Promise<void> {
  for (;;) {
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
    if (targetInfos.length === 0) return;
    // One that has just gone by itself cannot be closed.
    for (const { targetId } of targetInfos) await cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }
}
