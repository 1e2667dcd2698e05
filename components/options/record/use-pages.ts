import { useEffect, useRef, useState } from 'preact/hooks';
import type { RecordFilter, RecordPage } from '../../../utils/model/record';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';

/** What is asked of a list, page by page; `before` and `limit` as in `RecordAsk`. */
interface PageAsk<Filter> {
  readonly filter: Filter;
  readonly before?: number;
  readonly limit: number;
}

export type List<Row, Filter = RecordFilter> = (asked: PageAsk<Filter>) => Promise<RecordPage<Row>>;

export interface Pages<Row> {
  /** Newest first; undefined until the first page is there. */
  readonly rows: readonly Row[] | undefined;
  /** Lines on the way that could not be read. */
  readonly broken: number;
  readonly waiting: boolean;
  readonly trouble: TroubleFacts | undefined;
  /** Asks for the next page; undefined where there is none. */
  readonly more: (() => void) | undefined;
  /** Asks anew, from the first page. */
  readonly again: () => void;
}

interface Known<Row> {
  readonly rows?: readonly Row[];
  readonly broken: number;
  readonly next?: number | undefined;
  readonly waiting: boolean;
  readonly trouble?: TroubleFacts;
}

const pageSize = 50;
/** So that a search runs when somebody stops typing, not at every letter. */
const typingMs = 200;

/** A list of the record, page by page; from the beginning again when what is looked for changes. */
export function usePages<Row, Filter = RecordFilter>(list: List<Row, Filter>, filter: Filter): Pages<Row> {
  const [known, setKnown] = useState<Known<Row>>({ broken: 0, waiting: true });
  const latest = useRef<AbortController>(undefined);
  const load = async (before?: Known<Row>) => {
    latest.current?.abort();
    latest.current = new AbortController();
    const { signal } = latest.current;
    setKnown(({ trouble: _, ...was }) => ({ ...was, waiting: true }));
    const from = before?.next === undefined ? {} : { before: before.next };
    const told = await list({ filter, limit: pageSize, ...from }).catch(asTrouble);
    if (signal.aborted) return;
    if (!('rows' in told)) return setKnown((was) => ({ ...was, waiting: false, trouble: told.facts }));
    const rows = [...(before?.rows ?? []), ...told.rows];
    setKnown({ rows, broken: (before?.broken ?? 0) + told.broken, next: told.next, waiting: false });
  };
  const isFirst = useRef(true);
  useEffect(() => {
    const timer = setTimeout(load, isFirst.current ? 0 : typingMs);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [JSON.stringify(filter)]);
  useEffect(() => () => latest.current?.abort(), []);
  const { rows, broken, waiting, trouble, next } = known;
  const more = next === undefined ? undefined : () => void load(known);
  return { rows, broken, waiting, trouble, more, again: () => void load() };
}
