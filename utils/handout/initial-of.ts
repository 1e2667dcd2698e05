/** What stands for a name where there is room for one sign: its first letter or digit, with its marks; undefined for none. */
export function initialOf(name: string): string | undefined {
  return /[\p{L}\p{N}]\p{M}*/u.exec(name)?.[0].toLocaleUpperCase();
}
