import { insertMenu } from './insert-menu';
import { linkMenu } from './link-menu';
import { contextMenu } from './menus';
import { pageMenu } from './page-menu';
import * as settings from './settings';
import { siteMenu } from './site-menu';
import { usedGroups } from './used-groups';

const insert = insertMenu({
  used: usedGroups,
  linkFor: async (account, group) => (await import('./handy')).handyLink(account, group),
  inserted: async (account, group, code) => (await import('./ledger')).note({ account, group, code, shape: 'link' }),
});

/** Latchkey's own context menu. */
export const menu = contextMenu([insert, linkMenu, pageMenu, siteMenu], settings.menuOff);
