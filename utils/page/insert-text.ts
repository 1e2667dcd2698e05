/**
 * Writes `text` at the caret of the field in use; false where there is none. It is sent into pages as source text, so it
 * leans on nothing outside itself.
 */
export function insertText(text: string): boolean {
  const field = deepest(document.activeElement);
  if (!field || !writable(field)) return false;
  const before = content(field);
  // The editing command keeps undo and tells frameworks. An editor that writes by itself may answer false, hence the look.
  if (field.ownerDocument.execCommand('insertText', false, text) || content(field) !== before) return true;
  if (isInput(field)) intoInput(field);
  else intoRange(field);
  const told = { bubbles: true, composed: true, inputType: 'insertText', data: text };
  return field.dispatchEvent(new InputEvent('input', told)) && content(field) !== before;

  function deepest(element: Element | null): Element | null {
    const inner = element?.shadowRoot?.activeElement ?? framed(element);
    return inner ? deepest(inner) : element;
  }

  function framed(element: Element | null): Element | null | undefined {
    return element?.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument?.activeElement : undefined;
  }

  function isInput(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
    return 'setRangeText' in element;
  }

  function writable(element: Element): boolean {
    if (isInput(element)) return !element.readOnly && !element.disabled;
    return (element as HTMLElement).isContentEditable || element.ownerDocument.designMode === 'on';
  }

  function content(element: Element): string | null {
    return isInput(element) ? element.value : element.textContent;
  }

  function intoInput(input: HTMLInputElement | HTMLTextAreaElement): void {
    const { selectionStart: start, selectionEnd: end } = input;
    // E-mail and number fields have no caret to ask for.
    if (start === null || end === null) input.value += text;
    else input.setRangeText(text, start, end, 'end');
  }

  function intoRange(element: Element): void {
    const selection = element.ownerDocument.getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : element.ownerDocument.createRange();
    if (!element.contains(range.startContainer)) {
      range.selectNodeContents(element);
      range.collapse(false);
    }
    range.deleteContents();
    range.insertNode(element.ownerDocument.createTextNode(text));
    range.collapse(false);
  }
}
