/** Gives a page the styles of what comes to it later, with the code that draws it: no second request, no bare moment. */
export function dressIn(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
