/** Where something is not UTF-8, sign by sign, as the web once did it. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return unescape(text);
  }
}
