/** In bytes. */
export interface Weight {
  readonly minified: number;
  readonly gzip: number;
}

/** A part of the budget, and what it weighs. */
export interface Weighed {
  readonly name: string;
  /** Paths in the built folder. */
  readonly files: readonly string[];
  /** In bytes, as built. */
  readonly minified: number;
  /** In bytes: the sum of its files at level 9, each by itself. */
  readonly gzip: number;
  /** What `npm test` insists on; `goal` is what it should be where that is less. */
  readonly limits: Weight & { readonly goal?: Weight };
  readonly over: boolean;
}

/** Every part of the budget in a built folder: that of Chrome when not given. */
export function weighed(folder?: string): Weighed[];
/** The scripts that a page or a script of the built folder loads before anything is asked for. */
export function atStart(folder: string, door: string): string[];
