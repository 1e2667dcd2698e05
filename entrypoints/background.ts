import { defineBackground } from '#imports';
import { forOurs, forPages } from '../utils/background/answers';
import { hearClicks } from '../utils/background/care/alerts';
import * as diary from '../utils/background/diary/diary';
import { handyLink } from '../utils/background/handy';
import { insertMenu } from '../utils/background/insert-menu';
import { settle } from '../utils/background/invites';
import { settleJoins } from '../utils/background/joins';
import { note, usedGroups } from '../utils/background/ledger';
import { linkMenu } from '../utils/background/link-menu';
import * as locking from '../utils/background/locking';
import { contextMenu } from '../utils/background/menus';
import { welcome } from '../utils/background/newcomers';
import { pageMenu } from '../utils/background/page-menu';
import * as queue from '../utils/background/queue/queue';
import { inspect } from '../utils/background/record';
import * as settings from '../utils/background/settings';
import { siteMenu } from '../utils/background/site-menu';
import * as sites from '../utils/background/sites';
import { drawSign } from '../utils/background/toolbar-sign';
import { trustedContextsOnly } from '../utils/background/trusted-contexts';
import { answer } from '../utils/bridge/answer';
import { browser } from '../utils/browser';

export default defineBackground(() => {
  trustedContextsOnly();
  const insert = insertMenu({
    used: usedGroups,
    linkFor: handyLink,
    inserted: (account, group, code) => note({ account, group, code, shape: 'link' }),
  });
  const menu = contextMenu([insert, linkMenu, pageMenu, siteMenu], settings.menuOff);

  answer({ pages: forPages, ours: forOurs(menu.draw) });
  browser.contextMenus.onClicked.addListener(menu.chosen);
  browser.alarms.onAlarm.addListener(settle);
  browser.alarms.onAlarm.addListener(settleJoins);
  browser.alarms.onAlarm.addListener(diary.rung);
  browser.alarms.onAlarm.addListener(queue.goOn);
  browser.alarms.onAlarm.addListener(locking.rung);
  hearClicks();
  browser.permissions.onAdded.addListener(hearClicks);
  browser.runtime.onMessage.addListener(locking.noticed);
  browser.contextMenus.onClicked.addListener(locking.used);
  browser.idle.onStateChanged.addListener(locking.idled);
  browser.commands.onCommand.addListener(locking.commanded);
  browser.storage.local.onChanged.addListener(locking.kept);
  browser.runtime.onInstalled.addListener(welcome);
  browser.runtime.onInstalled.addListener(menu.draw);
  browser.runtime.onStartup.addListener(menu.draw);
  browser.runtime.onInstalled.addListener(sites.watch);
  browser.runtime.onStartup.addListener(sites.watch);
  browser.permissions.onAdded.addListener(sites.watch);
  browser.permissions.onRemoved.addListener(sites.watch);
  // Also after the worker was stopped in the middle of something, when neither of the two events comes.
  inspect();
  settle();
  settleJoins();
  diary.rung();
  queue.goOn();
  drawSign();
});
