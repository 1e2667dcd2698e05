import { useId } from 'preact/hooks';
import { troubleWords } from '../../utils/wording';
import { say } from '../../utils/words';
import { Icon } from '../ui/Icon';
import { useAsking } from '../ui/use-ask';
import type { Given } from './use-giving';
import { type Naming, useNaming } from './use-naming';

const longestLabel = 120;

/** What a hand-out was for, and whether it is on paper. A quiet offer: it takes neither the focus nor any time. */
export function WhatFor({ given }: { readonly given: Given }) {
  const naming = useNaming(given);
  const isPicture = given.shape === 'qr' || given.shape === 'png' || given.shape === 'svg';
  const wrong = naming.unnoted ?? naming.trouble;
  return (
    <form
      class={`what-for small ${isPicture ? 'of-picture' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        naming.keep();
      }}
    >
      {!naming.unnoted && isPicture && <Printed naming={naming} plainly />}
      {!naming.unnoted && <Label given={given} naming={naming} />}
      {!naming.unnoted && !isPicture && <Printed naming={naming} plainly={false} />}
      <span class="noted" role="status">
        {naming.isKept && !wrong && (
          <>
            <Icon name="check" />
            {say('noted')}
          </>
        )}
      </span>
      {wrong && (
        <p class="wrong" role="alert">
          {naming.unnoted && say('handOutUnnoted')} {troubleWords(wrong).what}{' '}
          {!naming.unnoted && troubleWords(wrong).next}
        </p>
      )}
    </form>
  );
}

function Label({ given: { group, code }, naming }: { readonly given: Given; readonly naming: Naming }) {
  const id = useId();
  const earlier = useAsking('ledger.summary');
  const onKeyDown = (event: KeyboardEvent) => {
    // Esc takes back what was typed; with nothing to take back it closes the popup, as everywhere.
    if (event.key !== 'Escape' || naming.isKept || !naming.said.label) return;
    event.preventDefault();
    naming.undo();
  };
  return (
    <>
      <label for={id}>{say('whatFor')}</label>
      <input
        id={id}
        class="input"
        list={`${id}-earlier`}
        maxLength={longestLabel}
        spellcheck={false}
        dir="auto"
        placeholder={say('whatForExample')}
        value={naming.said.label}
        onFocus={() => earlier.now.mood === 'rest' && earlier.ask({ group, code })}
        onInput={(event) => naming.type(event.currentTarget.value)}
        onBlur={naming.keep}
        onKeyDown={onKeyDown}
      />
      <datalist id={`${id}-earlier`}>
        {earlier.now.before?.labels.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
    </>
  );
}

interface PrintedProps {
  readonly naming: Naming;
  /** Said in a sentence of its own, for what is likely to go on paper. */
  readonly plainly: boolean;
}

function Printed({ naming, plainly }: PrintedProps) {
  const hint = say('printedOfferHint');
  return (
    <label class="printed" title={plainly ? undefined : hint}>
      <input
        type="checkbox"
        checked={naming.said.printed}
        onChange={(event) => naming.tick(event.currentTarget.checked)}
      />
      <span>
        {say(plainly ? 'printedOffer' : 'printedTick')}
        {plainly && <span class="quiet-text"> {hint}</span>}
      </span>
    </label>
  );
}
