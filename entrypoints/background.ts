import { browser } from 'wxt/browser';
import { defineBackground } from '#imports';
import { forOurs } from '../utils/background/answers';
import { handyLink } from '../utils/background/handy';
import { settle } from '../utils/background/invites';
import { note, usedGroups } from '../utils/background/ledger';
import { insertMenu } from '../utils/background/menus';
import { welcome } from '../utils/background/newcomers';
import { answer } from '../utils/bridge/answer';

export default defineBackground(() => {
  const menu = insertMenu({
    used: usedGroups,
    linkFor: handyLink,
    inserted: (account, group, code) => note({ account, group, code, shape: 'link' }),
  });

  answer(forOurs(menu.draw));
  browser.contextMenus.onClicked.addListener(menu.chosen);
  browser.alarms.onAlarm.addListener(settle);
  browser.runtime.onInstalled.addListener(welcome);
  browser.runtime.onInstalled.addListener(menu.draw);
  browser.runtime.onStartup.addListener(menu.draw);
  // Also after the worker was stopped in the middle of something, when neither of the two events comes.
  settle();
});
