/** Whether this is the side panel, which stays, and not the popup, which goes when it has served. */
export function isAtSide(): boolean {
  return document.documentElement.classList.contains('at-side');
}

/** Leaves the stage to what comes next. */
export function leave(): void {
  if (!isAtSide()) window.close();
}
