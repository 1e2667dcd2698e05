import chart from '../../ui/chart.css?inline';
import theme from '../../ui/theme.css?inline';
import report from './report.css?inline';

interface About {
  readonly title: string;
  readonly language: string;
}

/** What belongs to the screen alone. */
const screenOnly = '.no-print';

/**
 * A part of the page as a file of its own: no scripts, nothing fetched. What it holds is written by the browser's own
 * serialiser, which escapes every text.
 */
export function reportPage(part: Element, { title, language }: About): string {
  const copy = part.cloneNode(true);
  if (copy instanceof Element) for (const button of copy.querySelectorAll(screenOnly)) button.remove();
  const head = document.createElement('title');
  head.textContent = title;
  const root = document.documentElement;
  const written = (node: Node) => new XMLSerializer().serializeToString(node);
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${getComputedStyle(root).direction}">`,
    '<head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>`,
    `${written(head)}<style>${theme}${chart}${report}</style></head>`,
    `<body><main class="saved-report">${written(copy)}</main></body></html>`,
    '',
  ].join('\n');
}
