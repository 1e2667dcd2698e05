import type { InviteCode } from '../invite-link';
import { Trouble } from '../trouble';
import { getBytes, openHttp, type Sends, type usualLimits } from './http';
import { type Preview, pictureAddress, previewIn } from './preview-in';

/** WhatsApp's own page of an invite, which anybody may read without an account. */
export const publicServer = 'https://chat.whatsapp.com';

/** The real page is there within a second; somebody is waiting for it. */
const readMs = 10_000;

/** Where and within what bounds to read, if not as usual. */
export interface Reading {
  readonly server?: string;
  readonly limits?: Partial<typeof usualLimits>;
  readonly sending?: Sends;
}

/**
 * Reads the public page of an invite, once. Rejects with a `Trouble` where it tells nothing: `slow-down` for a 429, and
 * `page-unread` for every other answer that is not the page we know.
 */
export async function readPublicPage(code: InviteCode, reading: Reading = {}): Promise<Preview> {
  const { server = publicServer, limits, sending } = reading;
  const bounds = { readMs, ...limits };
  const http = openHttp({ server, secrets: [], limits: bounds, sending }, { accept: 'text/html', ...english });
  const { status, text, host, waitMs } = await http.get(`/${code}`, { once: true });
  const wait = waitMs === undefined ? {} : { waitMs };
  if (status === 429) throw new Trouble('slow-down', { host, status, ...wait });
  const preview = previewIn(status, text);
  if (preview.state === 'unknown')
    throw new Trouble('page-unread', { host, ...(status !== 200 && { status }), ...wait });
  return preview;
}

// Nothing leans on the language; one that is always the same is the least it tells of who asks.
const english = { 'accept-language': 'en' };

/** A sight does not wait long for its picture. */
const pictureLimits = { bytes: 100_000, readMs: 5_000 };

/** A group's picture as a data URL; undefined where there is none to be had. `server` plays the host. */
export async function readPicture(
  address: string,
  { server, sending }: Omit<Reading, 'limits'> = {},
): Promise<string | undefined> {
  if (pictureAddress(address) === null) return undefined;
  const { origin, pathname, search } = new URL(address);
  const file = { server: server ?? origin, path: pathname + search, limits: pictureLimits, sending };
  const bytes = await getBytes(file).catch(() => undefined);
  const type = bytes && typeOf(bytes);
  return type && `data:${type};base64,${base64(bytes)}`;
}

/** The kind of picture by its first bytes: what a server calls it is no evidence. */
export function typeOf(bytes: Uint8Array): string | undefined {
  const starts = (signs: string, at = 0) => [...signs].every((sign, nth) => bytes[at + nth] === sign.charCodeAt(0));
  if (starts('\xff\xd8\xff')) return 'image/jpeg';
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png';
  return starts('RIFF') && starts('WEBP', 8) ? 'image/webp' : undefined;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
