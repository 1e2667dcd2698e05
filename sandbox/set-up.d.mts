/** Makes sure that packages and programs are there; ends the process where they cannot be had. */
export function setUp(needs: { readonly all?: readonly string[]; readonly oneOf?: readonly string[] }): void;
/** Path of the Node that came with the packages, or of this one if it is new enough. */
export function runtime(): string;
/** Path of a packaged tool, to be run by `runtime()`. */
export function tool(name: string, at?: string): string;
