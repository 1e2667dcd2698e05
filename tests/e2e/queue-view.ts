import type { Tab } from '../../sandbox/browser/tab.ts';

/** A join queue, as a page of ours is told of it. */
export interface View {
  readonly account: string;
  readonly state: 'running' | 'paused' | 'stopped' | 'done';
  readonly perMinute: number;
  readonly rows: readonly { readonly code?: string; readonly state: string; readonly tries: number }[];
}

/** The only queue there is. `tab` shows a page of ours. */
export async function queueIn(tab: Tab): Promise<View> {
  const { answer } = await tab.evaluate(asked, { question: 'queue.list' });
  const [view] = answer ?? [];
  if (!view) throw new Error('There is no queue');
  return view;
}

/** Lets an account join as often as Latchkey ever allows. */
export async function atFullPace(tab: Tab): Promise<void> {
  await tab.evaluate(asked, { question: 'setting.change', asked: { joinsPerMinute: 5 } });
}

function asked(message: object): Promise<{ readonly answer?: readonly View[] }> {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
}
