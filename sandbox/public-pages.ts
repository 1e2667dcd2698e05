import { type Answer, empty, Failure } from './call.ts';
import { type Ask, dialect, on, type Picks } from './dialect.ts';
import { currentCode, type Group } from './group.ts';
import { challengePage, consentPage, type Facts, headOnly, invitePage, otherPage } from './public-pages-html.ts';
import { Refusal } from './refusal.ts';

const choices = {
  /** As in 2026, as in 2022, cut after the head, or nothing of what a reader knows. */
  layout: ['today', '2022', 'head-only', 'unknown'],
  /** How a code with nothing behind it looks. */
  dead: ['empty', 'generic-title', '404'],
  /** What stands before the page. */
  guard: ['open', 'consent', 'challenge', 'short', 'elsewhere'],
  /** As the browser asks, or one for everybody. */
  language: ['asked', 'en', 'ar', 'pt'],
} as const;

type Chosen = Picks<typeof choices>;

/** WhatsApp's public pages, made from the world's truth and from what is known of them. Nobody needs a key. */
export const publicPages = () =>
  dialect({
    make: 'public',
    label: 'WhatsApp’s public pages',
    hosts: ['chat.whatsapp.com', 'pps.whatsapp.net'],
    choices,
    caller: () => '',
    explain: (trouble) =>
      page(
        `<!DOCTYPE html><html><title>Error</title><p>Sorry</p></html>`,
        trouble instanceof Failure ? trouble.status : 500,
      ),
    routes: (picks) => [
      on('GET /', 'page', (ask) => guarded(ask, picks)),
      on('GET /{code}', 'page', (ask) => guarded(ask, picks)),
      on('GET /{code}/', 'page', (ask) => guarded(ask, picks)),
      on('GET /invite/{code}', 'page', (ask) => guarded(ask, picks)),
      on('GET /v/{size}/{file}', 'picture', () => ({ status: 200, type: 'image/jpeg', body: portrait })),
    ],
  });

function guarded(ask: Ask, picks: Chosen): Answer {
  if (picks.guard === 'consent') return page(consentPage);
  if (picks.guard === 'challenge') return page(challengePage);
  if (picks.guard === 'short') return page('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">');
  if (picks.guard === 'elsewhere') return { ...empty(302), headers: { location: 'https://www.whatsapp.com/' } };
  return looked(ask, picks);
}

/** Retired, never given and misspelt codes look alike. */
function looked(ask: Ask, picks: Chosen): Answer {
  const group = behind(ask);
  if (!group && picks.dead === '404') return page('<!DOCTYPE html><title>Not Found</title>', 404);
  const facts = factsOf(ask, picks, group);
  if (picks.layout === 'unknown') return page(otherPage(facts));
  return page(picks.layout === 'head-only' ? headOnly(facts) : invitePage(facts, picks.layout));
}

function behind({ world, params }: Ask): Group | undefined {
  try {
    return world.probe(params.code ?? '');
  } catch (trouble) {
    if (trouble instanceof Refusal) return undefined;
    throw trouble;
  }
}

function factsOf({ call, world, params }: Ask, picks: Chosen, group: Group | undefined): Facts {
  const asked = call.query.get('lang') ?? call.headers['accept-language'] ?? 'en';
  const wanted = picks.language === 'asked' ? asked : picks.language;
  const generic = !group && picks.dead === 'generic-title';
  const inCommunity = group?.parent !== undefined;
  return {
    code: group ? currentCode(group) : (params.code ?? ''),
    path: call.path,
    language: (['ar', 'pt'] as const).find((one) => wanted.startsWith(one)) ?? 'en',
    name: group?.subject ?? (generic ? 'WhatsApp Group Invite' : ''),
    picture: group?.pictured ? pictureOf(group, call.origin) : undefined,
    kind: group ? kindOf(group) : '',
    parent: inCommunity ? (world.nameOf(group.parent) ?? group.subject) : undefined,
  };
}

function kindOf({ kind, parent }: Group): string {
  if (kind === 'community') return 'PARENT';
  if (kind === 'announcement') return 'DEFAULT_SUB';
  return parent ? 'SUB' : 'DEFAULT';
}

/** On WhatsApp's own server of pictures; for people who look at the page here, beside it. */
function pictureOf({ id }: Group, origin: string): string {
  const isReal = new URL(origin).hostname === 'chat.whatsapp.com';
  const file = `${id.slice(6, 15)}_${id.replace('@g.us', '')}_n.jpg`;
  const signed = 'ccb=11-4&oh=01_Q5AaSandbox&oe=7FFFFFFF&_nc_sid=5e03e0&_nc_cat=100';
  return `${isReal ? 'https://pps.whatsapp.net' : `${origin}/public`}/v/t61.24694-24/${file}?${signed}`;
}

function page(body: string, status = 200): Answer {
  return { status, type: 'text/html; charset=utf-8', body };
}

/** A small JPEG, the same for everybody. */
const portrait = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCABgAGADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAID/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAAC/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AoBSQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAGIAAAAAAAAAAAAAAAAAAAAAAAP/2Q==',
  'base64',
);
