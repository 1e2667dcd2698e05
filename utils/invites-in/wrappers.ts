import { decoded } from './decoded';

/*
 * Those who send people on: hosts, with any host within them, and what the path begins with. A dot is a dot, the rest is
 * as in regular expressions. Sources: ClearURLs' rules, the vendors' help pages, addresses as found.
 */

const redirects = places(
  'google.(com|cat|(com?.)?[a-z]{2})/url bing.com/ck/a duckduckgo.com/l youtube.com/redirect l.wl.co ' +
    'lm?.(facebook|messenger|instagram|workplace|threads).(com|net) facebook.com/(l.php|flx/warn) ' +
    'linkedin.com/(redir|safety/go) slack-redir.net out.reddit.com redditmail.com umblr.com/redirect ' +
    'steamcommunity.com/linkfilter vk.(com|ru)/away(.php)? cudasvc.com mimecast(protect)?.com ' +
    'protection.(outlook.com|office365.us) cdn.office.net ' +
    'disq.us urldefense.(proofpoint.com|com|us)/v[12]',
  '(?=[/?]|$)',
);
/** Their parameters that say where to. */
const targets = ['q', 'url', 'u', 'uddg', 'to', 'z', 'a', 'originalsrc', 'domain'];

/** Where the address itself follows; one in percent-encoding ends with its part of the path. */
const paths = places(
  'google.(com|cat|(com?.)?[a-z]{2})/amp/s/ ampproject.org/[a-z]/s/ search.yahoo.com/[^?]*/RU= href.li/[?] ' +
    '(awstrack.me|secure-web.cisco.com|redditmail.com|archive.org/web)/[^/]+/ ' +
    'urldefense.(proofpoint.com|com|us)/v3/__',
  '(?<rest>https?:?%[^/]+|.+)',
);

/** Share buttons, and pictures of QR codes: any of their parameters may hold a text. */
const shares = places(
  'wa.me (api|web|www).whatsapp.com (twitter|x).com/(intent/(tweet|post)|share) (t|telegram).me/share ' +
    'facebook.com/(sharer|share|dialog)(.php)? linkedin.com/(shareArticle|sharing) reddit.com/submit ' +
    'pinterest.com/pin/create quickchart.io qrserver.com ' +
    'chart.(googleapis|apis.google).com image-charts.com zxing.org',
  '(?=[/?]|$)|^(whatsapp|mailto|sms|viber|tg):',
);

function places(list: string, then: string): RegExp {
  const any = list.replaceAll('.', '\\.').replaceAll(' ', '|');
  return new RegExp(`^https?://([\\w-]+\\.)*(${any})${then}`, 'i');
}

/** The addresses and texts in an address that is not WhatsApp's own. */
export function carriedBy({ href, protocol, searchParams }: URL): {
  addresses: readonly string[];
  texts: readonly string[];
} {
  const rest = paths.exec(href)?.groups?.rest ?? '';
  const found = redirects.test(href) ? targets.flatMap((name) => searchParams.getAll(name)) : [];
  const texts = shares.test(href) ? [...searchParams.values()] : protocol === 'javascript:' ? [decoded(href)] : [];
  return { addresses: [rest, ...found].map(plain), texts };
}

/** An address as Bing or Proofpoint write it. */
function plain(value: string): string {
  const [, base64] = /^a1(aHR0(?:[\w-]{4})*(?:[\w-]{2,3})?)/.exec(value) ?? [];
  if (base64) return atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
  if (/^https?-3A/i.test(value)) return decoded(value.replaceAll('-', '%').replaceAll('_', '/'));
  // Slashes and signs that are not ASCII stand as stars; two letters tell how many.
  return /^(.+)__;/.exec(value)?.[1]?.replace(/\*(?:\*.)?/g, '/') ?? value;
}
