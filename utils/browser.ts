import type { Browser, browser as wxtBrowser } from 'wxt/browser';

export type { Browser };

declare const chrome: typeof wxtBrowser;

/**
 * The browser's own extension interface. Every browser we run in gives promises under this name (Manifest V3), so there is
 * no polyfill, which would be ten kilobytes in each script. A page cannot take the name's place, as it could with `browser`.
 */
export const browser = chrome;
