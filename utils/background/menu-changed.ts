/** Has the context menu drawn anew: the groups in it, or what is switched off, may have changed. Nobody waits for it. */
export function menuChanged(): void {
  void import('./menu').then(({ menu }) => menu.draw());
}
