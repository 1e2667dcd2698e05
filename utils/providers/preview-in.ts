import { cut } from './fields-in';
import { pieces } from './html-tags';
import { mainBlock } from './main-block';

/** What WhatsApp's public page of an invite shows; null where it does not say. */
export interface Preview {
  /** `active`: the link resolves, which is not to say that one may join. `invalid`: it opens nothing now. */
  readonly state: 'active' | 'invalid' | 'unknown';
  readonly name: string | null;
  /** Address of the group's own picture, on a host of WhatsApp's. */
  readonly image: string | null;
  readonly linkType: 'group' | 'community' | 'subgroup' | 'announcement' | null;
  /** Name of the community it belongs to. */
  readonly parentName: string | null;
}

/** Reads the public page out of its status and text, by its keys alone: its sentences are translated, its classes generated. */
export function previewIn(status: number, html: string): Preview {
  if (status === 404 || status === 410) return nothing('invalid');
  if (status !== 200) return nothing('unknown');
  const shown = shownIn(html);
  if (shown.meta.get('og:title') === undefined) return nothing('unknown');
  if (shown.meta.get('og:site_name')?.trim().toLowerCase() !== 'whatsapp.com') return nothing('unknown');
  const name = nameIn(shown);
  if (name === undefined) return nothing(isCutShort(shown) ? 'unknown' : 'invalid');
  return {
    state: 'active',
    name: cut(name, 200),
    image: pictureAddress(shown.meta.get('og:image')),
    linkType: linkTypes.get(shown.meta.get('invite_link_type_v2')?.trim() ?? '') ?? null,
    parentName: cut(shown.meta.get('parent_group_subject') ?? '', 200).trim() || null,
  };
}

const nothing = (state: Preview['state']): Preview => ({
  ...{ state, name: null, image: null, linkType: null, parentName: null },
});

const linkTypes: ReadonlyMap<string, Preview['linkType']> = new Map([
  ['DEFAULT', 'group'],
  ['PARENT', 'community'],
  ['SUB', 'subgroup'],
  ['DEFAULT_SUB', 'announcement'],
]);

/** The few things of a page that we look at. */
interface Shown {
  readonly meta: ReadonlyMap<string, string>;
  /** The page's title: on a page of an invite the standard sentence, in the page's language. */
  readonly title: string;
  /** The first `h3` that is a child of `#main_block`; undefined where there is none, or the page ended in it. */
  readonly heading?: string;
  /** Whether the page came to its end. */
  readonly whole: boolean;
}

/**
 * The group's name: `og:title`, or where that is empty or says what the page says of every group, the heading. Both say the
 * same such words, and the page names a kind of link: then the group is really called so.
 */
function nameIn({ meta, title, heading = '' }: Shown): string | undefined {
  const told = meta.get('og:title') ?? '';
  const standard = [title, meta.get('og:description'), meta.get('description')].map((words) => plain(words ?? ''));
  const isGeneric = (words: string) => generic.has(plain(words)) || standard.includes(plain(words));
  if (!isEmpty(told) && !isGeneric(told)) return told;
  if (!isEmpty(heading) && !isGeneric(heading)) return heading;
  const hasKind = (meta.get('invite_link_type_v2')?.trim() ?? '') !== '';
  return hasKind && !isEmpty(told) && plain(heading) === plain(told) ? told : undefined;
}

/** A title that says nothing, on a page that broke off before the heading, is no evidence against the link. */
function isCutShort({ meta, heading, whole }: Shown): boolean {
  return heading === undefined && !whole && !isEmpty(meta.get('og:title') ?? '');
}

const isEmpty = (words: string) => words.trim() === '';

const plain = (words: string) => words.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** What stands in `og:title` where no group does. Other languages are known by the page's own title saying the same. */
const generic: ReadonlySet<string> = new Set(
  [
    ...['WhatsApp', 'WhatsApp.com', 'WhatsApp Messenger', 'WhatsApp Web', 'WhatsApp Group', 'WhatsApp Group Invite'],
    ...['WhatsApp Group Invitation', 'WhatsApp Community Invite', 'WhatsApp Invite', 'WhatsApp | Secure and Reliable'],
    ...['Convite para grupo do WhatsApp', 'Convite para o grupo do WhatsApp', 'Convite de grupo do WhatsApp'],
    ...['Convite do grupo do WhatsApp', 'Convite para comunidade do WhatsApp', 'Invitación a grupo de WhatsApp'],
    ...['Invitación al grupo de WhatsApp', 'Invitación de grupo de WhatsApp', 'Invitación a un grupo de WhatsApp'],
    ...['Invitación para unirte a un grupo de WhatsApp', 'Invitation à un groupe WhatsApp'],
    ...['Invitation au groupe WhatsApp', 'Invitation de groupe WhatsApp', 'Invitation à rejoindre un groupe WhatsApp'],
    ...['WhatsApp-Gruppeneinladung', 'WhatsApp Gruppeneinladung', 'Einladung zur WhatsApp-Gruppe'],
    ...['Einladung zu einer WhatsApp-Gruppe', 'Invito al gruppo WhatsApp', 'Invito a un gruppo WhatsApp'],
    ...['Invito gruppo WhatsApp', 'WhatsApp-groepsuitnodiging', 'Uitnodiging voor WhatsApp-groep'],
    ...['Undangan Grup WhatsApp', 'Jemputan Kumpulan WhatsApp', 'WhatsApp Grup Daveti', 'WhatsApp grubu daveti'],
    ...['Zaproszenie do grupy WhatsApp', 'Приглашение в группу WhatsApp', 'Запрошення до групи WhatsApp'],
    ...['الدعوة للانضمام إلى مجموعة واتساب', 'دعوة مجموعة واتساب', 'دعوة إلى مجموعة واتساب', 'הזמנה לקבוצת WhatsApp'],
    ...['WhatsApp ग्रुप का इनवाइट', 'व्हाट्सएप ग्रुप आमंत्रण', 'WhatsApp 群组邀请', 'WhatsApp 群組邀請'],
    ...['WhatsAppグループへの招待', 'WhatsApp グループ招待', 'WhatsApp 그룹 초대'],
  ].map(plain),
);

/** A picture on a host of WhatsApp's; the standard picture, which `static.whatsapp.net` has for all, is none. */
export function pictureAddress(text: string | undefined): string | null {
  const address = text?.trim() ?? '';
  if (address.length > 2_000 || !URL.canParse(address)) return null;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (protocol !== 'https:' || port || username || password) return null;
  return hostname.endsWith('.whatsapp.net') && hostname !== 'static.whatsapp.net' ? address : null;
}

const wanted: ReadonlySet<string> = new Set([
  ...['og:title', 'og:image', 'og:site_name', 'og:description', 'description'],
  ...['invite_link_type_v2', 'parent_group_subject'],
]);

function shownIn(html: string): Shown {
  const meta = new Map<string, string>();
  const block = mainBlock();
  let title = '';
  let whole = false;
  let inTitle = false;
  for (const piece of pieces(html)) {
    if (piece.is === 'open' && piece.name === 'meta') keep(meta, piece.attributes);
    if (piece.is !== 'text') inTitle = piece.is === 'open' && piece.name === 'title' && title === '';
    else if (inTitle) title = piece.text;
    if (piece.is === 'close' && (piece.name === 'body' || piece.name === 'html')) whole = true;
    block.read(piece);
  }
  const heading = block.heading();
  return { meta, title, whole, ...(heading !== undefined && { heading }) };
}

/** Keeps what a `meta` says, each key's first value. */
function keep(meta: Map<string, string>, attributes: ReadonlyMap<string, string>): void {
  const content = attributes.get('content');
  const keys = attributes.get('property') ?? attributes.get('name');
  if (content === undefined || keys === undefined) return;
  for (const key of keys.trim().toLowerCase().split(/\s+/)) {
    if (wanted.has(key) && !meta.has(key)) meta.set(key, content);
  }
}
