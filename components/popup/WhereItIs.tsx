import { cleanName } from '../../utils/handout/clean-name';
import type { LedgerSummary } from '../../utils/model/hand-out';
import { day } from '../../utils/times';
import { language, say, sayCount } from '../../utils/words';
import { kindsIn } from './shape-kinds';
import { shapeNames } from './shape-names';
import type { OutThere } from './use-out-there';

const mostLabels = 4;
const longestLabel = 40;
const mostPrinted = 3;

/** Where a link is out in the world, for somebody who is about to retire it. */
export function WhereItIs({ out }: { readonly out: OutThere }) {
  if (out.mood === 'reading') return <div class="where-it-is skeleton line" />;
  if (out.mood === 'unread') return <p class="where-it-is small">{say('outUnread')}</p>;
  const { summary } = out;
  if (summary.count === 0 && summary.printed.length === 0) {
    return <p class="where-it-is small quiet-text">{say('outNothing')}</p>;
  }
  const onPaper = new Set(summary.printed.map(({ label }) => label));
  const others = summary.labels.filter((label) => !onPaper.has(label));
  return (
    <div class="where-it-is small">
      <p>{counted(summary)}</p>
      {others.length > 0 && <For labels={others} />}
      {summary.printed.length > 0 && <OnPaper printed={summary.printed} />}
    </div>
  );
}

/** In one run: what it was for is soon said, and there may be much of it. */
function For({ labels }: { readonly labels: readonly string[] }) {
  const shown = labels.slice(0, mostLabels);
  const more = labels.length - shown.length;
  const all = [...shown.map(isolated), ...(more > 0 ? [say('outOthers', more)] : [])];
  return <p class="labels">{say('outFor', new Intl.ListFormat(language()).format(all))}</p>;
}

/** One by one: this is what cannot be called back. */
function OnPaper({ printed }: Pick<LedgerSummary, 'printed'>) {
  const more = printed.length - mostPrinted;
  return (
    <dl>
      <dt>{say('outOnPaper')}</dt>
      {printed.slice(0, mostPrinted).map((one) => (
        <dd key={one.id}>
          <bdi title={cleanName(one.label ?? '')}>{cleanName(one.label ?? '') || say(shapeNames[one.shape])}</bdi>
          <time class="quiet-text" dateTime={new Date(one.at).toISOString()}>
            {day(one.at)}
          </time>
        </dd>
      ))}
      {more > 0 && <dd class="quiet-text">{say('outMore', more)}</dd>}
    </dl>
  );
}

/** Text that somebody typed: its beginning, and so that it cannot turn the words around it. */
function isolated(text: string): string {
  const signs = Array.from(cleanName(text));
  const start = signs.length > longestLabel ? `${signs.slice(0, longestLabel - 1).join('')}…` : signs.join('');
  return `\u2068${start}\u2069`;
}

/** "Handed out 14 times since 3 Mar 2026: 3 e-mails, 10 links and 1 QR code." */
function counted(summary: LedgerSummary): string {
  const { count, firstAt } = summary;
  const kinds = kindsIn(summary).map(([word, many]) => sayCount(word, many));
  const times = firstAt === undefined ? sayCount('outCount', count) : sayCount('outCountSince', count, day(firstAt));
  return say('outKinds', times, new Intl.ListFormat(language()).format(kinds));
}
