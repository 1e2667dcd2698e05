import { fileName } from '../../../utils/handout/file-name';
import { type Found, sightsCsv, sightsJson } from '../../../utils/handout/sights-table';
import { saveFile } from '../save-file';

/** Saves what was found on a page. To be called in the click itself. */
export function saveFound(found: readonly Found[], kind: 'csv' | 'json', page: string): void {
  const text = kind === 'csv' ? sightsCsv(found) : sightsJson(found, { page, now: Date.now() });
  saveFile([text], kind, fileName(`invites on ${page}`, kind));
}
