import { afterEach, describe, expect, it, vi } from 'vitest';
import { insertText } from './insert-text';

/** The function as a page gets it: its source text, and nothing of what stood around it. */
const sent = new Function('text', `return (${insertText.toString()})(text)`) as typeof insertText;

afterEach(() => vi.unstubAllGlobals());

/** A text field in a page whose editing command does nothing, as in some embedded pages. */
function focus(value: string, caret: number | null, more = {}) {
  const field = {
    localName: 'input',
    value,
    selectionStart: caret,
    selectionEnd: caret,
    setRangeText(text: string, start: number, end: number) {
      this.value = this.value.slice(0, start) + text + this.value.slice(end);
    },
    ownerDocument: { execCommand: () => false },
    dispatchEvent: vi.fn(() => true),
    ...more,
  };
  vi.stubGlobal('document', { activeElement: field });
  vi.stubGlobal('InputEvent', class extends Event {});
  return field;
}

describe('insertText', () => {
  it('keeps what stands around the caret, and tells the page', () => {
    const field = focus('see  now', 4);
    expect(sent('LINK')).toBe(true);
    expect(field.value).toBe('see LINK now');
    expect(field.dispatchEvent).toHaveBeenCalledOnce();
  });

  it('writes at the end of a field that has no caret to ask for', () => {
    const field = focus('a', null);
    expect(sent('LINK')).toBe(true);
    expect(field.value).toBe('aLINK');
  });

  it('leaves what is read-only alone', () => {
    const field = focus('a', 1, { readOnly: true });
    expect(sent('LINK')).toBe(false);
    expect(field.value).toBe('a');
  });

  it('writes once where an editor takes the command and answers no', () => {
    const field = focus('a', 1);
    field.ownerDocument.execCommand = () => {
      field.value += 'LINK';
      return false;
    };
    expect(sent('LINK')).toBe(true);
    expect(field.value).toBe('aLINK');
  });

  it('looks into shadow roots', () => {
    const inner = focus('', 0);
    vi.stubGlobal('document', { activeElement: { shadowRoot: { activeElement: inner } } });
    expect(sent('LINK')).toBe(true);
    expect(inner.value).toBe('LINK');
  });

  it('says so where nothing can be written in', () => {
    vi.stubGlobal('document', { activeElement: null });
    expect(sent('LINK')).toBe(false);
  });
});
