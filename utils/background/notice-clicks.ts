import { browser } from '../browser';

/** Hears of clicks on notifications, which are there only once somebody has allowed them. */
export function hearClicks(): void {
  browser.notifications?.onClicked.addListener(clicked);
}

async function clicked(id: string): Promise<void> {
  await (await import('./care/alerts')).opened(id);
}
