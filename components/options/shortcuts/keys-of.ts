/** The single keys of a shortcut as browsers write it: `Alt+Shift+K`, or on a Mac `⌃⇧K`. */
export function keysOf(shortcut: string): readonly string[] {
  const apart = shortcut.split(/(?<=.)[+\s](?=.)/);
  return apart.length > 1 ? apart : shortcut.split(/(?<=[⌃⌥⇧⌘])/);
}
