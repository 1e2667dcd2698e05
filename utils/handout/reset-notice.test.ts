import { describe, expect, it } from 'vitest';
import { resetNotice } from './reset-notice';

const link = 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv';

describe('the notice of reset', () => {
  it.each([
    ['{group}: {link}', 'VIP', `VIP: ${link}`],
    ['{group} {group}', 'VIP', 'VIP VIP'],
    ['No holes at all', 'VIP', 'No holes at all'],
    // What stands in a name is neither a hole nor a pattern.
    ['{group} {link}', '$& {link} $1', `$& {link} $1 ${link}`],
    ['{group}!', '\u202Eevil\u2066', 'evil!'],
    ['{group}!', '\u200B', 'our group!'],
    ['{Group} {links}', 'VIP', '{Group} {links}'],
  ])('%j of %j', (text, group, told) => {
    expect(resetNotice(text, { group, link }, 'our group')).toBe(told);
  });
});
