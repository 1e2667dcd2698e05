/** Path of a browser of Chromium's family, if there is one. */
export function findChromium(): string | undefined;
/** Path of Firefox, if there is one. */
export function findFirefox(): string | undefined;
/** Path of a program on the PATH. */
export function onPath(name: string): string | undefined;
