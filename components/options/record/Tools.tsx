import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { RecordFilter } from '../../../utils/model/record';
import { say, type Word } from '../../../utils/words';
import { SaveMenu } from './SaveMenu';
import type { Savable } from './save-rows';
import type { Wish } from './wish';

interface ToolsProps<Row> {
  readonly wish: Wish;
  /** What can be searched for, as an example. */
  readonly example: Word;
  readonly onWish: (part: Partial<Wish>) => void;
  /** What the two days mean here. */
  readonly days: readonly [since: Word, until: Word];
  readonly savable: Savable<Row>;
  readonly filter: RecordFilter;
  /** What else can be chosen. */
  readonly children: ComponentChildren;
}

/** What to look for in the record, and a way to take it along. */
export function Tools<Row>({
  wish,
  example,
  onWish,
  days: [since, until],
  savable,
  filter,
  children,
}: ToolsProps<Row>) {
  return (
    <search class="record-tools">
      <input
        class="input"
        type="text"
        aria-label={say('recordFind')}
        placeholder={say(example)}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        maxLength={2_000}
        value={wish.text}
        onInput={(event) => onWish({ text: event.currentTarget.value })}
      />
      <SaveMenu savable={savable} filter={filter} />
      <div class="record-filters">
        {children}
        <div class="days">
          <Day label={say(since)} value={wish.since} onDay={(day) => onWish({ since: day })} />
          <Day label={say(until)} value={wish.until} onDay={(day) => onWish({ until: day })} />
        </div>
      </div>
    </search>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly onDay: (day: string) => void;
}

/** A day to look from, or up to. */
export function Day({ label, value, onDay }: DayProps) {
  const id = useId();
  return (
    <div class="day">
      <label class="small quiet-text" for={id}>
        {label}
      </label>
      <input class="input" id={id} type="date" value={value} onInput={(event) => onDay(event.currentTarget.value)} />
    </div>
  );
}
