import { type InviteCode, inviteUrl } from '../invite-link';
import type { Shape } from '../model/hand-out';
import { cleanName } from './clean-name';
import { escaped } from './markup';

/** The shapes that are text; the others are pictures. */
export type TextShape = Exclude<Shape, 'qr' | 'png' | 'svg'>;

/** One thing to paste, in the flavours that targets choose from. */
export interface Flavours {
  readonly text: string;
  readonly html?: string;
}

export type FlavourType = 'text/plain' | 'text/html';

/** Whom the invite leads to. The name may be anything: it is cleaned and escaped here. */
export interface Invitation {
  readonly code: InviteCode;
  readonly group: string;
}

/** The sentences that go out with an invite. */
export interface HandoutWords {
  readonly join: (name: string) => string;
  readonly joinAt: (name: string, link: string) => string;
  /** Stands for a name with nothing to see in it. */
  readonly unnamed: string;
}

interface Parts {
  readonly link: string;
  /** "Join NAME", the name isolated by U+2068 and U+2069. */
  readonly join: string;
  readonly joinAt: string;
}

const makers: Record<TextShape, (parts: Parts) => Flavours> = {
  link: ({ link }) => ({ text: link }),
  rich: (parts) => ({ text: plain(parts.joinAt), html: `<a href="${parts.link}" dir="auto">${html(parts.join)}</a>` }),
  button: (parts) => ({
    text: plain(parts.joinAt),
    html: button(parts)
      .map((line) => line.trim())
      .join(''),
  }),
  source: (parts) => ({ text: source(parts) }),
  markdown: ({ link, join }) => ({ text: `[${markdown(join)}](${link})` }),
};

/** An invite in one of the shapes people paste. */
export function flavours(shape: TextShape, invitation: Invitation, words: HandoutWords): Flavours {
  const link = inviteUrl(invitation.code);
  const name = `\u2068${cleanName(invitation.group) || words.unnamed}\u2069`;
  return makers[shape]({ link, join: words.join(name), joinAt: words.joinAt(name, link) });
}

/** What a shape puts on the clipboard, known before its text is. */
export function flavourTypes(shape: TextShape): readonly FlavourType[] {
  return shape === 'rich' || shape === 'button' ? ['text/plain', 'text/html'] : ['text/plain'];
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const isolates = /[\u2068\u2069]/g;

/** Isolates stay only where both directions can meet: some old programs show them as boxes. */
function plain(sentence: string): string {
  return rightToLeft.test(sentence) ? sentence : sentence.replace(isolates, '');
}

function html(sentence: string): string {
  return escaped(sentence).replaceAll('\u2068', '<bdi>').replaceAll('\u2069', '</bdi>');
}

function markdown(sentence: string): string {
  return plain(sentence).replace(/[\\`*_[\]<>&~|$#!{}]/g, '\\$&');
}

const font = 'font-family:Arial,Helvetica,sans-serif;';
const cellStyle = 'background-color:#0c6b62;border-radius:8px;padding:2px 8px;text-align:center;';
const linkStyle = `display:block;padding:10px 16px;${font}font-size:16px;line-height:22px;font-weight:bold;color:#ffffff;text-decoration:none;`;
const addressStyle = `margin:8px 0 0;${font}font-size:13px;line-height:18px;color:#5b6866;`;

/** Colour and padding on the cell are for Outlook's Word engine, which knows neither blocks nor round corners. */
function button({ link, join }: Parts): string[] {
  return [
    '<table role="presentation" cellspacing="0" cellpadding="0" border="0">',
    '  <tr>',
    `    <td align="center" bgcolor="#0c6b62" style="${cellStyle}">`,
    `      <a href="${link}" dir="auto" style="${linkStyle}">${html(join)}</a>`,
    '    </td>',
    '  </tr>',
    '</table>',
    `<p style="${addressStyle}"><a href="${link}" dir="ltr" style="color:#5b6866;">${link}</a></p>`,
  ];
}

/** No VML button: its width is fixed, and a long name runs out of it. */
function source(parts: Parts): string {
  return [
    '<!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->',
    '<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" style="max-width:600px;margin:0 auto;">',
    '  <tr>',
    '    <td style="padding:16px 0;">',
    ...button(parts).map((line) => `      ${line}`),
    '    </td>',
    '  </tr>',
    '</table>',
    '<!--[if mso]></td></tr></table><![endif]-->',
    '',
  ].join('\n');
}
