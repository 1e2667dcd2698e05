const types = { csv: 'text/csv', json: 'application/json', html: 'text/html' } as const;

/** Hands a text to the browser to save, in as many pieces as it comes in. */
export function saveFile(pieces: readonly string[], kind: keyof typeof types, name: string): void {
  // Spreadsheets take a file without this mark for an old encoding.
  const parts = kind === 'csv' ? ['\uFEFF', ...pieces] : [...pieces];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type: types[kind] }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
