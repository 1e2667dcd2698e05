import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isolated } from '../../utils/handout/clean-name';
import type { Point } from '../../utils/over-time/model';
import { sizeWords } from '../../utils/size-words';
import { language, say, sayCount } from '../../utils/words';
import { countTicks, scale, stepPath, type TimeUnit, thinned, timeTicks } from './chart-scale';
import { dayIn, momentIn } from './zone-times';

interface MemberChartProps {
  /** Of the group. */
  readonly name: string;
  /** In order of time. */
  readonly points: readonly Point[];
  /** Members at which it is full. */
  readonly limit: number;
  /** The time that is shown, where it is another than that of the points. */
  readonly from?: number;
  readonly to?: number;
  /** Whose clocks the dates are by; empty for the browser's own. */
  readonly zone: string;
}

const height = 190;
const edges = { top: 20, bottom: 24, start: 44, end: 14 } as const;
/** Room for one date below the axis. */
const datePx = { hour: 116, day: 56, month: 78, year: 48 } as const;
const hourMs = 3_600_000;

/** A group's members over time: drawn, in a sentence, and as a table. */
export function MemberChart({ name, points, limit, from, to, zone }: MemberChartProps) {
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <p class="small quiet-text">{say('chartNone')}</p>;
  const span = spanOf(from ?? first.at, to ?? last.at);
  return (
    <figure ref={box} class="member-chart">
      <Drawing {...{ name, points, limit, span, width, zone }} />
      <details class="small">
        <summary>{say('chartAsTable')}</summary>
        <Table points={points} zone={zone} />
      </details>
    </figure>
  );
}

/** A moment alone gets half a day on either side. */
function spanOf(from: number, to: number): readonly [number, number] {
  return to - from >= hourMs ? [from, to] : [from - 12 * hourMs, to + 12 * hourMs];
}

/** Words in a drawing keep their size only where the drawing is as wide as its place. */
function useWidth(box: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    if (!box.current) return;
    const watching = new ResizeObserver(([entry]) => {
      // Nothing is as wide as nothing: a closed part of the page.
      if (entry && entry.contentRect.width > 0) setWidth(Math.max(260, Math.round(entry.contentRect.width)));
    });
    watching.observe(box.current);
    return () => watching.disconnect();
  }, [box.current]);
  return width;
}

interface DrawingProps extends Pick<MemberChartProps, 'name' | 'points' | 'limit' | 'zone'> {
  readonly span: readonly [number, number];
  readonly width: number;
}

function Drawing({ name, points, limit, span, width, zone }: DrawingProps) {
  const id = useId();
  const [left, right] = [edges.start, width - edges.end];
  const most = Math.max(limit, ...thinned(points, 200).map(({ count }) => count));
  const counts = countTicks(most, 6);
  const x = scale(span, [left, right]);
  const y = scale([0, counts.at(-1) ?? 1], [height - edges.bottom, edges.top]);
  const times = timeTicks(span, roomIn(right - left), zone);
  const seen = points.filter(({ at }) => at >= span[0] && at <= span[1]);
  const places = thinned(seen, Math.ceil((right - left) / 2)).map(({ at, count }) => [x(at), y(count)] as const);
  const [lastX = left, lastY = y(0)] = places.at(-1) ?? [];
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title id={`${id}-title`}>{say('chartTitle', isolated(name))}</title>
      <desc id={`${id}-desc`}>{chartWords(points, limit, zone)}</desc>
      {counts.map((count) => (
        <g key={count} class="grid">
          <line x1={left} x2={right} y1={y(count)} y2={y(count)} />
          <text x={left - 8} y={y(count) + 4} text-anchor="end">
            {number(count)}
          </text>
        </g>
      ))}
      {times.at.map((at) => (
        <g key={at} class="grid">
          <line x1={x(at)} x2={x(at)} y1={y(0)} y2={y(0) + 4} />
          <text x={x(at)} y={height - 6} text-anchor={anchorOf(x(at), datePx[times.unit], width)}>
            {dateAt(at, times.unit, zone)}
          </text>
        </g>
      ))}
      <line class="limit" x1={left} x2={right} y1={y(limit)} y2={y(limit)} />
      <text class="limit" x={left + 4} y={limitWordsAt(y(limit), places[0]?.[1])}>
        {say('chartLimit', limit)}
      </text>
      {places.length > 0 && (
        <>
          <path class="members area" d={`${stepPath(places)}V${y(0)}H${places[0]?.[0] ?? left}Z`} />
          <path class="members" d={stepPath(places)} />
          <circle class="members" cx={lastX} cy={lastY} r="3.5" />
        </>
      )}
    </svg>
  );
}

/** Above the line, or below where the members are above it from the start. */
function limitWordsAt(line: number, firstMembers = Number.POSITIVE_INFINITY): number {
  return firstMembers <= line ? line + 14 : line - 5;
}

function roomIn(width: number): Readonly<Record<TimeUnit, number>> {
  const { hour, day, month, year } = datePx;
  const of = (px: number) => Math.floor(width / px);
  return { hour: of(hour), day: of(day), month: of(month), year: of(year) };
}

/** A date at an end stays inside. */
function anchorOf(at: number, wide: number, width: number): 'start' | 'middle' | 'end' {
  if (at < wide / 2) return 'start';
  return width - at < wide / 2 ? 'end' : 'middle';
}

const looks: Readonly<Record<TimeUnit, Intl.DateTimeFormatOptions>> = {
  hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};

function dateAt(at: number, unit: TimeUnit, zone: string): string {
  const look = { ...looks[unit], ...(zone && { timeZone: zone }) };
  return new Intl.DateTimeFormat(language(), look).format(at);
}

function number(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

/** The whole of it in a few sentences, for whoever does not see it. */
function chartWords(points: readonly Point[], limit: number, zone: string): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return say('chartNone');
  if (points.length === 1) return say('chartOne', sizeOf(first), momentIn(first.at, zone), limit);
  const few = thinned(points, 200);
  const [least, most] = [Math.min(...few.map(({ count }) => count)), Math.max(...few.map(({ count }) => count))];
  return say(
    'chartWords',
    sizeOf(first),
    dayIn(first.at, zone),
    sizeOf(last),
    dayIn(last.at, zone),
    least,
    most,
    limit,
  );
}

function sizeOf({ count, atLeast = false }: Point): string {
  return sizeWords({ count, atLeast });
}

/** More rows than this are nobody's reading; of more, every so many are shown, and the last. */
const mostRows = 60;

function Table({ points, zone }: Pick<MemberChartProps, 'points' | 'zone'>) {
  const every = Math.ceil(points.length / mostRows);
  const shown = points.filter((_, nth) => (points.length - 1 - nth) % every === 0);
  return (
    <>
      {every > 1 && <p class="quiet-text">{say('chartSome', shown.length, points.length)}</p>}
      <table class="chart-table">
        <thead>
          <tr>
            <th scope="col">{say('chartWhen')}</th>
            <th scope="col">{say('chartMembers')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((point) => (
            <tr key={point.at}>
              <td>
                <time dateTime={new Date(point.at).toISOString()}>{momentIn(point.at, zone)}</time>
              </td>
              <td>{point.atLeast ? sayCount('membersAtLeast', point.count) : number(point.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
