import type { Page } from 'playwright-core';

/** Waits until so many places of a page are marked, whoever marks them. */
export async function marksStand(page: Page, places: number): Promise<void> {
  await page.waitForFunction(
    (places) => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) >= places,
    places,
    { polling: 100, timeout: 60_000 },
  );
}
