/** A line that cannot be read: where it stands, and whose it says it is. */
export interface Broken {
  readonly seq: number;
  readonly group?: unknown;
}

export type Packable = Readonly<Record<string, unknown>>;

/** The values of one field: each of them once, and which of them every line has. */
interface Values {
  readonly all: readonly unknown[];
  readonly nth: readonly number[];
}

/** Lines as one text, field by field. Pure. */
export function packed(fields: readonly string[], lines: readonly Packable[], broken: readonly Broken[]): string {
  const columns = fields.map((field) => valuesOf(lines.map((line) => line[field])));
  return JSON.stringify({ columns, broken: broken.map(({ seq, group }) => ({ seq, group })) });
}

function valuesOf(values: readonly unknown[]): Values {
  const places = new Map<unknown, number>();
  const nth = values.map((value) => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  return { all: [...places.keys()], nth };
}

/** A text unpacked: of every field its values, line by line, in the order of the lines. */
interface Unpacked {
  readonly columns: readonly (readonly unknown[])[];
  readonly broken: readonly Broken[];
}

/** The fields again. What a line does not have comes back as null. Pure. */
export function unpacked(text: string): Unpacked {
  const { columns, broken }: { columns: readonly Values[]; broken: Broken[] } = JSON.parse(text);
  return { columns: columns.map(({ all, nth }) => nth.map((place) => all[place])), broken };
}
