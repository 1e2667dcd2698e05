import { browser } from '../browser';
import type { Envelope } from './envelope';
import { firstViewKey, isShut } from './first-view';

/** What the popup asks for before anything else of it has been read. */
export interface FirstAsked {
  /** What was kept of the last answer; may be anything. */
  readonly kept: Promise<unknown>;
  /** The background's answer to `account.overview`, which is asked for once; undefined where none came. */
  readonly answer: () => Promise<Envelope | undefined>;
}

declare global {
  /** Asked by the first script of popup and panel, which stands alone and has run before any other begins. */
  var latchkeyFirst: FirstAsked;
}

export function askedFirst(): FirstAsked {
  const { local } = browser.storage;
  const kept = isShut(local) ? local.get(firstViewKey).then((all) => all[firstViewKey]) : Promise.resolve(undefined);
  const found = kept.catch(() => undefined);
  let asked: Promise<Envelope | undefined> | undefined;
  const answer = () => {
    asked ??= browser.runtime.sendMessage({ question: 'account.overview' }).catch(() => undefined);
    return asked;
  };
  // A background that wakes takes its time from whoever draws: it is not woken before, unless there is nothing to draw from.
  void found.then((view) => view ?? answer());
  return { kept: found, answer };
}
