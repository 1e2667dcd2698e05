import { describe, expect, it } from 'vitest';
import { menuTitle } from './menu-title';

describe('menuTitle', () => {
  it('keeps what menus would take for an access key or for the selection', () => {
    expect(menuTitle({ group: 'Tea & cake 100%sure' })).toBe('Tea && cake 100%\u2060sure');
  });

  it('drops what is unseen or turns the text around', () => {
    expect(menuTitle({ group: ' a\n\u202Eb\u0007 ' })).toBe('a b');
  });

  it('cuts by whole signs', () => {
    const title = menuTitle({ group: '👩‍👩‍👧'.repeat(80) });
    expect(title).toBe(`${'👩‍👩‍👧'.repeat(59)}…`);
  });

  it('doubles no half of a cut name', () => {
    expect(menuTitle({ group: '&'.repeat(70) })).toBe(`${'&&'.repeat(59)}…`);
  });
});
