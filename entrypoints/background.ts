import { defineBackground } from '#imports';
import { forOurs, forPages } from '../utils/background/answers';
import * as duties from '../utils/background/duties';
import * as firstView from '../utils/background/first-view';
import * as following from '../utils/background/follow-watch';
import * as hand from '../utils/background/hand-doors';
import * as keys from '../utils/background/keys-watch';
import * as menu from '../utils/background/menu-clicks';
import { welcome } from '../utils/background/newcomers';
import { hearClicks } from '../utils/background/notice-clicks';
import { watchPolicy } from '../utils/background/policy/watch';
import * as troubles from '../utils/background/troubles';
import { trustedContextsOnly } from '../utils/background/trusted-contexts';
import { answer } from '../utils/bridge/answer';
import { browser } from '../utils/browser';

// Every way the world can wake us. Nothing but that is there when the background starts: rooms are fetched when they are
// needed, so that whoever asks something waits for no other.

const drawMenu = async () => (await import('../utils/background/menu')).menu.draw();
const watchSites = async (event?: object) => (await import('../utils/background/sites')).watch(event);

export default defineBackground({
  type: { firefox: 'module' },
  main() {
    trustedContextsOnly();
    answer({ pages: forPages, ours: forOurs }, undefined, troubles.noted);
    browser.contextMenus.onClicked.addListener(menu.chosen);
    browser.alarms.onAlarm.addListener(duties.rung);
    hearClicks();
    browser.permissions.onAdded.addListener(hearClicks);
    browser.runtime.onMessage.addListener(keys.noticed);
    browser.contextMenus.onClicked.addListener(keys.used);
    browser.idle.onStateChanged.addListener(keys.idled);
    browser.commands.onCommand.addListener(keys.commanded);
    browser.commands.onCommand.addListener(hand.commanded);
    browser.omnibox.onInputStarted.addListener(hand.beginning);
    browser.omnibox.onInputChanged.addListener(hand.typed);
    browser.omnibox.onInputEntered.addListener(hand.entered);
    browser.storage.local.onChanged.addListener(keys.kept);
    browser.storage.local.onChanged.addListener(firstView.changed);
    browser.storage.local.onChanged.addListener(following.changedHere);
    browser.storage.sync?.onChanged.addListener(following.changedThere);
    browser.permissions.onAdded.addListener(firstView.allowed);
    browser.permissions.onRemoved.addListener(firstView.allowed);
    browser.runtime.onInstalled.addListener(firstView.renew);
    browser.runtime.onInstalled.addListener(welcome);
    browser.runtime.onInstalled.addListener(drawMenu);
    browser.runtime.onStartup.addListener(drawMenu);
    browser.runtime.onInstalled.addListener(watchSites);
    browser.runtime.onStartup.addListener(() => watchSites());
    browser.permissions.onAdded.addListener(watchSites);
    browser.permissions.onRemoved.addListener(watchSites);
    watchPolicy();
    // Also after the worker was stopped in the middle of something, when neither install nor startup comes.
    duties.started();
  },
});
