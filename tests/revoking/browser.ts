/** Stands where the extension's own module of that name stands: each life is handed its own. */
declare const handedBrowser: unknown;
export const browser = handedBrowser;
