import type { BrowserContext } from 'playwright-core';

/** A call, a compilation or a task. `from` and `to` are microseconds of the browser's own clock. */
export interface Span {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Milliseconds on the processor: what else the machine had to do meanwhile is not in it. */
  readonly ms: number;
  /** Process and thread. */
  readonly where: string;
  readonly url: string;
  readonly called: string;
}

const kinds = new Set([
  'EvaluateScript',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'FunctionCall',
  'RunMicrotasks',
  'RunTask',
]);
const categories = [
  'devtools.timeline',
  'v8',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.compile',
];

/** What pages ran while something was done. */
export async function traced(context: BrowserContext, deed: () => Promise<unknown>): Promise<readonly Span[]> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('Chromium gave no connection of its own');
  const spans: Span[] = [];
  const pageThreads = new Set<string>();
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) {
      if (isPageThread(event)) pageThreads.add(threadOf(event));
      if (event.dur !== undefined && kinds.has(String(event.name))) spans.push(spanOf(event));
    }
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: categories, excludedCategories: ['*'] },
  });
  await deed();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  return spans.filter(({ where }) => pageThreads.has(where));
}

/** As the protocol has it: it says that everything is text, and much is not. */
type Event = Readonly<Record<string, string>>;

function isPageThread({ name, args }: Event): boolean {
  return name === 'thread_name' && Object(args).name === 'CrRendererMain';
}

function spanOf(event: Event): Span {
  const { data, fileName } = Object(event.args);
  const from = Number(event.ts);
  return {
    ...{ name: String(event.name), where: threadOf(event), from, to: from + Number(event.dur) },
    ms: Number(event.tdur ?? event.dur) / 1_000,
    url: String(data?.url ?? fileName ?? ''),
    called: String(data?.functionName ?? ''),
  };
}

function threadOf({ pid, tid }: Event): string {
  return `${pid}/${tid}`;
}
