import { inviteUrl } from '../../utils/invite-link';
import { inviteCode } from '../../utils/invites-in/codes';

const longest = 200;
const most = 500;

/** A list of groups as somebody typed it, one on a line. */
export interface AllowList {
  /** Names, ids and clean links, each once. */
  readonly groups: readonly string[];
  /** Lines that mean nothing: a link that is no invite, an id that is none. */
  readonly odd: readonly string[];
}

/** Reads the list. A line that is neither a link nor an id is a name. */
export function allowList(text: string): AllowList {
  const lines = text.split('\n').map((line) => line.trim());
  const read = lines.filter((line) => line !== '').map((line) => [line, groupIn(line)] as const);
  const groups = new Set(read.flatMap(([, group]) => group ?? []));
  const odd = read.filter(([, group]) => group === undefined).map(([line]) => line);
  const kept = [...groups];
  return { groups: kept.slice(0, most), odd: [...odd, ...kept.slice(most)] };
}

function groupIn(line: string): string | undefined {
  const code = inviteCode(line);
  if (code) return inviteUrl(code);
  if (/^[\d-]+@g\.us$/i.test(line)) return /^\d+(-\d+)?@g\.us$/i.test(line) ? line.toLowerCase() : undefined;
  if (line.length > longest || looksLikeLink(line) || /^\S+@\S+\.\S+$/.test(line)) return undefined;
  return line;
}

function looksLikeLink(line: string): boolean {
  return /^(https?|whatsapp|intent):/i.test(line) || /^\S*whatsapp\.com\//i.test(line);
}
