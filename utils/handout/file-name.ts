const longestSlug = 60;

/**
 * A name to save under, for any group: a slug of `[a-z0-9-]{1,60}`, eight hex digits that tell apart what the slug does
 * not, and the ending. Browsers repair bad names each in their own way, or save nothing at all.
 */
export function fileName(group: string, ending: 'png' | 'svg' | 'csv' | 'json' | 'html'): string {
  return `${slug(group)}-${shortHash(group)}.${ending}`;
}

function slug(text: string): string {
  const ascii = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const dashed = ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');
  return dashed.slice(0, longestSlug).replace(/-$/, '') || 'group';
}

/** FNV-1a over UTF-16 units, 32 bits: to tell names apart, not to withstand anybody. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
