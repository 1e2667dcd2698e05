import type { Tab } from './tab.ts';

export type BrowserName = 'chromium' | 'firefox';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface LaunchOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  readonly headless?: boolean;
  /** Where its window opens, as in `DISPLAY`; on the machine's own display when not given. */
  readonly display?: string;
  /** Kept afterwards when given; else a new one that goes away with the browser. */
  readonly profile?: string;
  /** Ports of this machine that stand in for hosts at their port 443. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** Language of the browser itself. Firefox knows only those it was installed with. */
  readonly lang?: string;
  readonly dark?: boolean;
  readonly viewport?: Size;
  /** Pixels of a picture for each of the page's, in Chromium; one when not given. */
  readonly scale?: number;
  /** What starts the browser, where it is not the one that is found here. */
  readonly executable?: string;
  /** The desk of `layMines`; only Firefox has to know it. */
  readonly mines?: string;
}

/** What stood on the clipboard, as another program would get it. */
export interface Clipping {
  readonly text?: string;
  readonly html?: string;
  readonly png?: Uint8Array;
}

/** A piece of code to run elsewhere: an expression, or a function that leans on nothing but its argument. */
export type Script<R, A> = string | ((arg: A) => R | Promise<R>);

/** A real browser with the extension in it. */
export interface Browser {
  readonly name: BrowserName;
  /** Address of a page of the extension. */
  extensionUrl(path: string): string;
  /** Opens a tab in front. */
  open(url: string, size?: Size): Promise<Tab>;
  readClipboard(): Promise<Clipping>;
  /** Ends the extension's background, as the browser does when it has been idle. */
  stopBackground(): Promise<void>;
  /** Runs `script` in the background, waking it if need be. */
  evaluateInBackground<R, A = undefined>(script: Script<R, A>, arg?: A): Promise<R>;
  /** Installs the extension anew over itself, as an update does. */
  updateExtension(): Promise<void>;
  /** As if browser and extension had just been installed: what the extension kept and was allowed is gone, every tab closed. */
  renew(): Promise<void>;
  /** Lets the extension have every host it asks for from now on, without a dialog. */
  grantHosts(): Promise<void>;
  /** The browser's first process; its others are below it. */
  processId(): number;
  /** Settles when the browser has been closed, by whomever. */
  gone(): Promise<void>;
  close(): Promise<void>;
  /** Ends the browser as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same profile, also after `kill`. Tabs from before are lost. */
  restart(): Promise<void>;
}

/** `script` applied to `arg`, as one expression. */
export function expression<R, A>(script: Script<R, A>, arg?: A): string {
  if (typeof script === 'string') return script;
  return `(${script})(${arg === undefined ? '' : JSON.stringify(arg)})`;
}
