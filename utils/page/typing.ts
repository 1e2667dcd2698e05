const fields = 'textarea:not([readonly]),input:not([readonly],[type=button],[type=submit],[type=reset],[type=hidden])';

/** Whether it stands where somebody may be writing. */
export function isTypedIn(at: Element | Range): boolean {
  const node = at instanceof Element ? at : at.commonAncestorContainer;
  const element = node instanceof Element ? node : Reflect.get(Node.prototype, 'parentElement', node);
  if (!(element instanceof Element)) return false;
  const isEditable = element instanceof HTMLElement && element.isContentEditable;
  return isEditable || Element.prototype.closest.call(element, fields) !== null;
}
