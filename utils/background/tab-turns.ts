import { Trouble } from '../trouble';
import { tabTimes, tabWait } from './pace';

interface Tab {
  line: Promise<unknown>;
  waiting: number;
  times: readonly number[];
}

const mostWaiting = 4;
const aBreathMs = 2_000;
const mostIdle = 200;

/**
 * What pages ask, one after another for each tab. A page's process may ask as often as it likes: who comes while four are
 * waiting is turned away, and so is who would `spend` more looks than a person takes.
 */
export function tabTurns() {
  const tabs = new Map<number, Tab>();

  return async <Answer>(id: number, job: (spend: () => void) => Promise<Answer>): Promise<Answer> => {
    if (tabs.size > mostIdle) forgetIdle(tabs);
    const tab = tabs.get(id) ?? { line: Promise.resolve(), waiting: 0, times: [] };
    tabs.set(id, tab);
    if (tab.waiting >= mostWaiting) throw new Trouble('too-soon', { waitMs: aBreathMs });
    tab.waiting += 1;
    const turn = tab.line.then(() => job(() => spend(tab)));
    tab.line = turn.catch(() => undefined);
    return turn.finally(() => {
      tab.waiting -= 1;
    });
  };
}

function spend(tab: Tab): void {
  const now = Date.now();
  const waitMs = tabWait(tab.times, now);
  if (waitMs > 0) throw new Trouble('too-soon', { waitMs });
  tab.times = tabTimes(tab.times, now);
}

function forgetIdle(tabs: Map<number, Tab>): void {
  const isIdle = ({ waiting, times }: Tab) => waiting === 0 && tabWait(times, Date.now()) === 0;
  for (const [id, tab] of tabs) if (isIdle(tab)) tabs.delete(id);
}
