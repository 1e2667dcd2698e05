import type { BrowserName } from '../sandbox/browser/browser.ts';
import type { Report } from './report.ts';

/** How much is asked for. */
export interface Bench {
  readonly full: boolean;
  /** Folder of the built extension. */
  readonly built: Readonly<Record<BrowserName, string>>;
  /** As many rounds as the person asked for, else what the room thinks right for a quick or a full run. */
  rounds(quick: number, full: number): number;
  /** How long the rounds may go on, on a machine that is slow or busy. */
  seconds(quick: number, full: number): number;
}

/** Measures one thing. */
export type Room = (bench: Bench) => Promise<Report>;

export const pause = (ms: number) => new Promise<void>((rest) => setTimeout(rest, ms));
