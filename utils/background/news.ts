import { browser } from '../browser';
import { change, read } from '../store/items';
import { newsItem } from '../store/news-item';

/** An update that brought something new is kept until somebody has been told of it. One that only mends brings nothing. */
export async function updated(previousVersion: string | undefined): Promise<void> {
  const release = releaseOf(browser.runtime.getManifest().version);
  if (previousVersion === undefined || releaseOf(previousVersion) === release) return;
  await change(newsItem, () => ({ release }));
}

/** The release that is still to be told of; empty for none. */
export async function recall(): Promise<string> {
  return (await read(newsItem)).release;
}

export async function dismiss(): Promise<void> {
  await change(newsItem, () => newsItem.fallback);
}

function releaseOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
