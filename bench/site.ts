import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `plain` has no invite; `invites` has them in 1.1 % of its elements as links and in 0.4 % as text. */
export type Kind = 'plain' | 'invites';

export interface PageAsked {
  readonly elements: number;
  readonly kind: Kind;
  /** Rows off the screen are spared their layout, which else drowns everything on a page that grows. */
  readonly spared?: boolean;
  /** So many batches of rows are added, 8 ms apart, when `grow()` is called. */
  readonly batches?: number;
}

/** Pages to look at. Each host below `localhost` is a site of its own, with a process of its own. */
export interface Site {
  readonly port: number;
  /** Address of a page; what is in it does not depend on the host. */
  url(host: string, page: PageAsked): string;
  close(): Promise<void>;
}

export const batchRows = 50;
const rowElements = 9;

/** How many places of such a page lead to a group. */
export function invitesIn({ elements, kind }: PageAsked): number {
  const rows = Array.from({ length: Math.round(elements / rowElements) }, (_, nth) => nth);
  if (kind === 'plain') return 0;
  return rows.filter(isLinked).length + rows.filter(isWritten).length;
}

const isLinked = (nth: number) => nth % 10 === 3;
const isWritten = (nth: number) => nth % 28 === 5;

export async function openSite(): Promise<Site> {
  const pages = new Map<string, Buffer>();
  const server = createServer(({ url = '/' }, response) => {
    const known = pages.get(url) ?? drawn(new URL(url, 'http://localhost').searchParams);
    pages.set(url, known);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(known);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: (host, { elements, kind, spared = false, batches = 0 }) =>
      `http://${host}.localhost:${port}/?${new URLSearchParams({
        ...{ elements: String(elements), kind, spared: spared ? 'yes' : '', batches: String(batches) },
      })}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function drawn(asked: URLSearchParams): Buffer {
  const rows = Math.round(Number(asked.get('elements')) / rowElements);
  const kind = asked.get('kind') === 'invites' ? 'invites' : 'plain';
  const body = Array.from({ length: rows }, (_, nth) => row(nth, kind)).join('\n');
  const style = asked.get('spared') ? '.row{content-visibility:auto;contain-intrinsic-size:auto 90px}' : '';
  const batches = Number(asked.get('batches'));
  const script = batches > 0 ? `<script>${growing(batches)}</script>` : '';
  const head = `<meta charset="utf-8"><title>Rows</title><style>${style}</style>`;
  return Buffer.from(`<!doctype html><html lang="en"><head>${head}</head><body>${body}${script}</body></html>`);
}

/** Nine elements, with the links and words of a list such as one finds anywhere. */
function row(nth: number, kind: Kind): string {
  const invited = kind === 'invites';
  const address = invited && isLinked(nth) ? `https://chat.whatsapp.com/${codeOf(nth)}` : `/item/${nth}?from=list`;
  const said =
    invited && isWritten(nth) ? `join https://chat.whatsapp.com/${codeOf(nth)} today` : 'more about it inside';
  return (
    `<div class="row"><h3><a href="${address}">Item number ${nth}</a></h3><p>A few words on what this is, <b>${said}</b>` +
    ` and some that follow.</p><span>by <a href="/people/${nth % 97}">somebody</a></span><small>${nth % 60} minutes ago</small>` +
    `<i>${nth % 13} replies</i></div>`
  );
}

function codeOf(nth: number): string {
  return `HFakeBench${String(nth).padStart(12, '0')}`;
}

function growing(batches: number): string {
  return `globalThis.grow = ${grow}; globalThis.batches = ${JSON.stringify({ batches, rows: batchRows, html: row(7, 'plain') })};`;
}

/** Runs in the page. Gives when the last batch stands. */
async function grow({ batches, rows, html }: { batches: number; rows: number; html: string }): Promise<void> {
  const mould = document.createElement('template');
  mould.innerHTML = html.repeat(rows);
  for (let batch = 0; batch < batches; batch += 1) {
    document.body.append(mould.content.cloneNode(true));
    await new Promise((rest) => setTimeout(rest, 8));
  }
}
