import type { Step } from './look.ts';

/** What is wanted of the first visible element at the end of the steps, or of all of them. */
export interface Wish {
  readonly steps: readonly Step[];
  readonly want: 'place' | 'text' | 'count' | 'attribute' | 'value' | 'focus';
  readonly attribute?: string;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The expression that gives what is wanted, or nothing where there is no such element. */
export function lookExpression(wish: Wish): string {
  return `(() => { ${functions.join('\n')}; return look(${JSON.stringify(wish)}); })()`;
}

// These travel into the page as text: each may lean on the others and on nothing else of this file.
const functions = [
  ...[look, follow, rooms, closedRoots, opened, chosenBy, isSeen, nameOf, labelsOf, says, squeezed],
  ...[textOf, placeOf, boxOf, wordsAt, offsetOf, focusOn],
];

function look({ steps, want, attribute = '' }: Wish): unknown {
  const all = steps.reduce<readonly ParentNode[]>(follow, [document]);
  const found = all[0];
  if (want === 'count') return all.length;
  if (!found) return undefined;
  if (want === 'text') return textOf(found);
  // A room stands for what is in it.
  const element = found.nodeType === 1 ? (found as Element) : found.lastElementChild;
  if (!element) return undefined;
  if (want === 'place') return placeOf(element, steps.at(-1)?.text);
  if (want === 'focus') return focusOn(element);
  if (want === 'attribute') return element.getAttribute(attribute);
  return 'value' in element ? element.value : undefined;
}

function follow(from: readonly ParentNode[], step: Step): ParentNode[] {
  if (step.room) return rooms(from, step.room);
  const found = from.flatMap((root) => Array.from(root.querySelectorAll(step.selector))).filter(isSeen);
  const chosen = chosenBy(step, found);
  return step.nth === undefined ? chosen : chosen.slice(step.nth, step.nth + 1);
}

function rooms(from: readonly ParentNode[], room: Step['room']): ParentNode[] {
  if (room === 'card') return from.flatMap(closedRoots);
  const doors = from as readonly (Element & { readonly contentDocument?: Document | null })[];
  return doors.map((door) => (room === 'frame' ? door.contentDocument : door.shadowRoot)).filter((one) => one != null);
}

/** The closed roots that show anything, those of the browser's own fields and players aside. */
function closedRoots(from: ParentNode): ParentNode[] {
  const hosts = Array.from(from.querySelectorAll('*')).filter(({ localName }) =>
    /^(article|aside|blockquote|body|div|footer|h\d|header|main|nav|p|section|span)$|-/.test(localName),
  );
  return hosts
    .map(opened)
    .filter((root) => root?.mode === 'closed' && Array.from(root.children).some(isSeen)) as ParentNode[];
}

/** Any shadow root of an element: extensions have a door in Chromium, and the browser itself in Firefox. */
function opened(element: Element): ShadowRoot | null {
  const { dom } = Reflect.get(globalThis, 'chrome') ?? {};
  if (dom) return dom.openOrClosedShadowRoot(element);
  return Reflect.get(element, 'openOrClosedShadowRoot') ?? null;
}

/** By text or by name: those that have exactly this name, or else those whose name has it in it. */
function chosenBy({ name, text }: Step, found: readonly Element[]): Element[] {
  if (text !== undefined) return found.filter((element) => says(element, text));
  if (name === undefined) return [...found];
  const exact = found.filter((element) => nameOf(element) === name);
  return exact.length > 0 ? exact : found.filter((element) => nameOf(element).includes(name));
}

function isSeen(element: Element): boolean {
  return element instanceof HTMLOptionElement || element.checkVisibility({ visibilityProperty: true });
}

/** Near enough to what a browser computes: the first of these that says anything. */
function nameOf(element: Element): string {
  const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/);
  const ways = [
    by.map((id) => (element.getRootNode() as Document).getElementById?.(id)?.textContent ?? '').join(' '),
    element.getAttribute('aria-label'),
    labelsOf(element).join(' '),
    element.getAttribute('alt'),
    element.textContent,
    element.getAttribute('title'),
    element.getAttribute('placeholder'),
  ];
  return ways.map(squeezed).find(Boolean) ?? '';
}

function labelsOf(element: Element): string[] {
  const labels = 'labels' in element && element.labels instanceof NodeList ? element.labels : [];
  return Array.from(labels, ({ textContent }) => textContent ?? '');
}

/** Whether the text stands in this element and in none of its children alone. */
function says(element: Element, text: string): boolean {
  const has = (one: Element) => squeezed(one.textContent).includes(text);
  return has(element) && !Array.from(element.children).some(has);
}

function squeezed(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function textOf(found: ParentNode): string {
  if ('innerText' in found) return String(found.innerText);
  if (found.nodeType === 1) return found.textContent ?? '';
  const shown = Array.from(found.children).filter(isSeen);
  return shown.map(textOf).join('\n');
}

/** Where to put the pointer: on the words that were asked for, or in the middle of the first box. */
function placeOf(element: Element, text?: string): Place {
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = wordsAt(element, text) ?? boxOf(element);
  const { x, y } = offsetOf(element);
  return { x: x + left + width / 2, y: y + top + height / 2 };
}

/** Of a link broken over lines, the middle of its outline may lie beside it. */
function boxOf(element: Element): DOMRect {
  const boxes = Array.from(element.getClientRects());
  const inLine = boxes.length > 1 ? boxes.find(({ width, height }) => width > 1 && height > 1) : undefined;
  return inLine ?? element.getBoundingClientRect();
}

/** The box of a text that stands in one run. */
function wordsAt(element: Element, text = ''): DOMRect | undefined {
  const run = Array.from(element.childNodes).find((node) => node.nodeType === 3 && node.nodeValue?.includes(text));
  if (!text || !run) return undefined;
  const range = element.ownerDocument.createRange();
  const start = run.nodeValue?.indexOf(text) ?? 0;
  range.setStart(run, start);
  range.setEnd(run, start + text.length);
  return Array.from(range.getClientRects()).find(({ width }) => width > 0);
}

/** How far the frames that it stands in are from the corner of the page. */
function offsetOf(element: Element): Place {
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return { x: 0, y: 0 };
  const { left, top } = frame.getBoundingClientRect();
  const { x, y } = offsetOf(frame);
  return { x: x + left + frame.clientLeft, y: y + top + frame.clientTop };
}

function focusOn(element: Element): true {
  if ('focus' in element && typeof element.focus === 'function') element.focus();
  if ('select' in element && typeof element.select === 'function') element.select();
  return true;
}
