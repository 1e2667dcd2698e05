import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InviteCode } from '../../../utils/invite-link';
import { say } from '../../../utils/words';
import { announceSight } from '../announce-sight';
import { scrollFor, windowOf } from '../window-of';
import { InviteRow } from './InviteRow';
import type { Sights } from './use-sights';

interface InviteRowsProps {
  readonly codes: readonly InviteCode[];
  readonly sights: Sights;
  readonly canLook: (code: InviteCode) => boolean;
  /** The row that the keyboard is on. */
  readonly active: number;
  readonly rowsShown: number;
  readonly onActive: (place: number) => void;
  readonly onOpen: (code: InviteCode) => void;
}

const rowPx = 52;

/** The invites, one row each. Only rows in view are drawn, and the one with the keyboard; five thousand cost what ten do. */
export function InviteRows({ codes, sights, canLook, active, rowsShown, onActive, onOpen }: InviteRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const wantsFocus = useRef(false);
  const [scrollTop, setScrollTop] = useState(0);
  const rows = { rowPx, rowsShown };
  useLayoutEffect(() => {
    const { current } = list;
    // Where there is little room it is lower than it would be.
    const inView = { rowPx, rowsShown: current ? current.clientHeight / rowPx : rowsShown };
    if (current) current.scrollTop = scrollFor(Math.max(0, active), current.scrollTop, inView);
    if (wantsFocus.current) mainOf(list.current)?.focus({ preventScroll: true });
    wantsFocus.current = false;
  }, [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (sideways(event)) return;
    const next = placeAfter(event.key, { active, count: codes.length, page: Math.floor(rowsShown) });
    if (next === undefined) return;
    event.preventDefault();
    wantsFocus.current = next !== active;
    if (next === active) mainOf(list.current)?.focus();
    else onActive(next);
  };
  const { start, end } = windowOf(scrollTop, codes.length, rows);
  return (
    <ul
      ref={list}
      class="invite-rows"
      aria-label={say('invitesTitle')}
      style={{
        blockSize: `${Math.min(Math.max(codes.length, 1), rowsShown) * rowPx}px`,
        '--all-rows': `${codes.length * rowPx}px`,
      }}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      {placesDrawn(start, end, active).map((place) => {
        const code = codes[place];
        return (
          code && (
            <InviteRow
              key={code}
              code={code}
              sight={sights.of.get(code)}
              isLooking={sights.looking.has(code)}
              canLook={canLook(code)}
              place={place}
              of={codes.length}
              rowPx={rowPx}
              isActive={place === active}
              onFocus={() => onActive(place)}
              onOpen={() => onOpen(code)}
              onLook={() => void sights.look(code, false).then(announceSight)}
            />
          )
        );
      })}
    </ul>
  );
}

/** A row that has the focus stays in the page, wherever one scrolls. */
function placesDrawn(start: number, end: number, active: number): number[] {
  const places = Array.from({ length: end - start }, (_, nth) => start + nth);
  return active >= 0 && (active < start || active >= end) ? [...places, active] : places;
}

function mainOf(list: HTMLElement | null): HTMLElement | null | undefined {
  return list?.querySelector<HTMLElement>('.invite-main[tabindex="0"]');
}

function placeAfter(
  key: string,
  { active, count, page }: { readonly active: number; readonly count: number; readonly page: number },
): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count },
  };
  const step = steps[key];
  return step === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, active + step));
}

/** Left and right go through the buttons of a row; false for other keys. */
function sideways(event: KeyboardEvent): boolean {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return false;
  const row = event.target instanceof Element && event.target.closest('.invite-row');
  if (!row) return false;
  const forth = (event.key === 'ArrowRight') === (getComputedStyle(row).direction === 'ltr');
  const buttons = [...row.querySelectorAll<HTMLElement>('button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  buttons[at + (forth ? 1 : -1)]?.focus();
  event.preventDefault();
  return true;
}
