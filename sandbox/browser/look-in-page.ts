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
const functions = [look, follow, chosenBy, isSeen, nameOf, labelsOf, says, squeezed, placeOf, focusOn];

function look({ steps, want, attribute = '' }: Wish): unknown {
  const all = steps.reduce<readonly ParentNode[]>(follow, [document]) as Element[];
  const element = all[0];
  if (want === 'count') return all.length;
  if (!element) return undefined;
  if (want === 'place') return placeOf(element);
  if (want === 'focus') return focusOn(element);
  if (want === 'attribute') return element.getAttribute(attribute);
  if (want === 'value') return 'value' in element ? element.value : undefined;
  return 'innerText' in element ? element.innerText : element.textContent;
}

function follow(from: readonly ParentNode[], step: Step): Element[] {
  const found = from.flatMap((root) => Array.from(root.querySelectorAll(step.selector))).filter(isSeen);
  const chosen = chosenBy(step, found);
  return step.nth === undefined ? chosen : chosen.slice(step.nth, step.nth + 1);
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
    by.map((id) => document.getElementById(id)?.textContent ?? '').join(' '),
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

function placeOf(element: Element): Place {
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function focusOn(element: Element): true {
  if ('focus' in element && typeof element.focus === 'function') element.focus();
  if ('select' in element && typeof element.select === 'function') element.select();
  return true;
}
