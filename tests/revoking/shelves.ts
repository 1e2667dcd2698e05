/** Extension storage of one browser: what lies on its disk, and what lives as long as it runs. */
export interface Shelf {
  get(keys: string | readonly string[] | null): Promise<Record<string, unknown>>;
  set(entries: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: string | readonly string[]): Promise<void>;
  clear(): void;
}

export function newShelf(): Shelf {
  const kept = new Map<string, string>();
  const listed = (keys: string | readonly string[] | null) => (keys === null ? [...kept.keys()] : [keys].flat());
  return {
    async get(keys) {
      const found = listed(keys).flatMap((key) => {
        const text = kept.get(key);
        return text === undefined ? [] : [[key, JSON.parse(text)]];
      });
      return Object.fromEntries(found);
    },
    async set(entries) {
      for (const [key, value] of Object.entries(entries)) kept.set(key, JSON.stringify(value));
    },
    async remove(keys) {
      for (const key of listed(keys)) kept.delete(key);
    },
    clear: () => kept.clear(),
  };
}
