import { longest, wordsBehind } from './address';
import { invisible } from './noise';
import { wordsIn } from './text';

/**
 * Whether an address or a text holds an invite meant for one person: 16 signs where a code has 22. It works only for
 * that person, inside WhatsApp, so it can be explained but not looked into.
 */
export function isPrivateInvite(text: string): boolean {
  const words = [...wordsBehind(text), ...wordsIn(text).map(({ word }) => word)];
  return words.some((word) => /^[\w-]{16}$/.test(word) && /[A-Z\d]/.test(word));
}

/** Letters of other alphabets that are drawn like those of the name. */
const drawnAlike: Readonly<Record<string, string>> = {
  ...{ ԝ: 'w', ѡ: 'w', ω: 'w', ա: 'w', һ: 'h', հ: 'h', ի: 'h', а: 'a', α: 'a', ɑ: 'a', ꭺ: 'a' },
  ...{ т: 't', τ: 't', ѕ: 's', ꜱ: 's', р: 'p', ρ: 'p', с: 'c', ϲ: 'c', о: 'o', ο: 'o', м: 'm', 4: 'a', 5: 's' },
};

/** Another scheme, or a mail address. */
const isNoAddress = /^(?!https?:)(?:[a-z+-]+:|[^@/\\?#]+@[^@/\\?#]+$)/i;

/**
 * The host of the first address in a text that only looks like WhatsApp's: by letters of other alphabets, by the name with
 * a letter too few, or by the name somewhere in an address that leads elsewhere. As a browser spells it, in ASCII.
 */
export function lookAlikeHost(text: string): string | undefined {
  for (const piece of text.slice(0, longest).split(/[\s<>"'()[\]{}]+/)) {
    if (isNoAddress.test(piece)) continue;
    const url = URL.parse(/^https?:/i.test(piece) ? piece : `https://${piece}`);
    if (!url || !/[^.]\.[^.]{2,}\.?$/.test(url.hostname) || /(?:^|\.)whatsapp\.(?:com|net)$/.test(url.hostname))
      continue;
    const [written = ''] = piece.replace(/^https?:[\\/]*/i, '').split(/[\\/?#]/, 1);
    const labels = `${plainLetters(written)}.${url.hostname}`.split(/[.@:-]|(?<!xn)--/);
    if (
      plainLetters(written).includes('whatsapp') ||
      labels.some(isNearName) ||
      url.hostname.split('.').some(isCodedName)
    ) {
      return url.hostname;
    }
  }
  return undefined;
}

function plainLetters(text: string): string {
  const bare = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(invisible, '')
    .replace(/\p{M}+/gu, '');
  return Array.from(bare, (sign) => drawnAlike[sign] ?? sign)
    .join('')
    .replaceAll('vv', 'w');
}

function isNearName(label: string): boolean {
  return label.length === 'whatsapp'.length - 1 && isPartOfName(label);
}

/** What browsers write for a host with letters that are not ASCII: those that are come first. */
function isCodedName(label: string): boolean {
  const [, letters = ''] = /^xn--(.{4,})-[a-z\d]+$/.exec(label) ?? [];
  return isPartOfName(letters);
}

/** Whether all letters are the name's, in its order. */
function isPartOfName(letters: string): boolean {
  let at = 0;
  for (const letter of 'whatsapp') if (letters[at] === letter) at += 1;
  return letters.length >= 4 && at === letters.length;
}
