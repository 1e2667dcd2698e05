import { fileName } from '../../../utils/handout/file-name';
import { type Found, sightsCsv, sightsJson } from '../../../utils/handout/sights-table';

/** Saves what was found on a page. To be called in the click itself. */
export function saveFound(found: readonly Found[], kind: 'csv' | 'json', page: string): void {
  // Spreadsheets take a file without this mark for an old encoding.
  const csv = () => `\uFEFF${sightsCsv(found)}`;
  const text = kind === 'csv' ? csv() : sightsJson(found, { page, now: Date.now() });
  const type = kind === 'csv' ? 'text/csv' : 'application/json';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = fileName(`invites on ${page}`, kind);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
