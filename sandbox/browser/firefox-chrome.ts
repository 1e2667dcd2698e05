import { expression } from './browser.ts';
import type { Turns } from './firefox-turns.ts';

/** Lets the page in front read the clipboard without Firefox's little “Paste” button, or no longer. */
export function letRead(turns: Turns, may: boolean): Promise<unknown> {
  return turns.inChrome(`Services.prefs.setBoolPref('dom.events.testing.asyncClipboard', ${may})`);
}

/** Answers every request for a permission with yes. */
export function grantAll(turns: Turns): Promise<unknown> {
  return turns.inChrome("Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)");
}

/** Takes back what `grantAll` gave, and gives the extension another address: nothing that was kept can find it there. */
export function asNew(turns: Turns, addon: string, uuid: string): Promise<unknown> {
  const uuids = JSON.stringify(JSON.stringify({ [addon]: uuid }));
  return turns.inChrome(`(async () => {
    Services.prefs.clearUserPref('extensions.webextOptionalPermissionPrompts');
    Services.prefs.setStringPref('extensions.webextensions.uuids', ${uuids});
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.removeAll(${JSON.stringify(addon)});
  })()`);
}

/** Ends the event page, as the idle timer would, whatever it has under way. */
export function stopEventPage(turns: Turns, addon: string): Promise<unknown> {
  return turns.inChrome(`(async () => {
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(addon)});
    if (!extension.backgroundContext) return;
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
    if (extension.backgroundContext) throw new Error('The event page is still there');
  })()`);
}

/**
 * Ends the event page whenever a mine announces a message. The browser's own observer does it: the remote control may be
 * busy with the very page that sends the message.
 */
export function endAtRequests(turns: Turns, addon: string, { desk, patienceMs }: { desk: string; patienceMs: number }) {
  return turns.inChrome(`(() => {
    const underWay = new Map();
    const end = async (id) => {
      for (const [one, since] of underWay) if (Date.now() - since > ${patienceMs}) underWay.delete(one);
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(addon)}) ?? {};
      if (underWay.size === 0 && extension?.backgroundContext)
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      underWay.set(id, Date.now());
    };
    let last = Promise.resolve();
    Services.obs.addObserver((channel) => {
      channel.QueryInterface(Ci.nsIHttpChannel);
      const [desk, when, id] = channel.URI.spec.split(/\\/(?=before|after)|(?<=before|after)\\//);
      if (desk !== ${JSON.stringify(desk)}) return;
      if (when === 'after') return void underWay.delete(id);
      channel.suspend();
      last = last.then(() => end(id)).catch(() => {}).then(() => channel.resume());
    }, 'http-on-modify-request');
  })()`);
}

/** Runs an expression in the event page, through the same actor that runs scripts in tabs. */
export async function inEventPage(turns: Turns, addon: string, source: string): Promise<unknown> {
  return turns.inChrome(`(async () => {
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(addon)});
    await extension.wakeupBackground();
    const page = extension.backgroundContext.browsingContext.currentWindowGlobal;
    const actor = page.getActor('MarionetteCommands');
    return actor.executeScript(${JSON.stringify(`return (${source})`)}, [], { timeout: 30000, sandboxName: null });
  })()`);
}

/** The extension's entries in the context menu that is open; chooses the one that is asked for, else closes the menu. */
export function entriesInMenu(turns: Turns, addon: string, choose?: string): Promise<unknown> {
  const prefix = addon.replace(/[^\w-]/g, '_');
  return turns.chromeNow(`(async () => {
    const opened = async (popup) => {
      while (popup.state !== 'open') await new Promise((rest) => setTimeout(rest, 20));
    };
    const menu = document.getElementById('contentAreaContextMenu');
    await opened(menu);
    const all = [...menu.querySelectorAll('menuitem[id^="${prefix}"]')].filter((item) => !item.hidden);
    const wanted = all.find((item) => item.label === ${JSON.stringify(choose ?? '')});
    const within = wanted?.parentNode.closest('menu');
    within?.openMenu(true);
    if (within) await opened(wanted.parentNode);
    if (wanted) wanted.parentNode.activateItem(wanted);
    else menu.hidePopup();
    return all.map((item) => item.label);
  })()`);
}

/** Gives the page in front a size of its own inside the window, as a popup has. */
export function resizePage(turns: Turns, handle: string, size: { readonly width: number; readonly height: number }) {
  return turns.inTab(handle, async () => {
    await turns.chromeNow(
      expression(({ width, height }) => {
        const { style } = Reflect.get(window, 'gBrowser').selectedBrowser;
        for (const edge of ['min', 'max']) {
          style.setProperty(`${edge}-width`, `${width}px`);
          style.setProperty(`${edge}-height`, `${height}px`);
        }
      }, size),
    );
  });
}
