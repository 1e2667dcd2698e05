/** What is selected, in the page or in the field in use. Sent into pages as source text. */
export function selectedText(): string {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const { selectionStart: start, selectionEnd: end } = field;
    if (start !== null && end !== null && end > start) return field.value.slice(start, Math.min(end, start + 2_000));
  }
  return String(getSelection() ?? '').slice(0, 2_000);
}

/** Whether the page may write the clipboard now: where somebody has just done something. Sent into pages as source text. */
export function mayCopy(): boolean {
  return navigator.userActivation.isActive;
}
