import { useEffect, useRef, useState } from 'preact/hooks';
import { cleanName } from '../../../utils/handout/clean-name';
import type { HandOut } from '../../../utils/model/hand-out';
import { troubleWords } from '../../../utils/wording';
import { say } from '../../../utils/words';
import { useAsking } from '../../ui/use-ask';

type Said = Pick<HandOut, 'label' | 'printed'>;

/** What a hand-out was for, and whether it is on paper; both can be changed in place. */
export function Naming({ handOut }: { readonly handOut: HandOut }) {
  const [said, setSaid] = useState<Said>(handOut);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (next: Said = said) => {
    setSaid(next);
    setOpen(false);
    // Once the button is there again.
    setTimeout(() => button.current?.focus());
  };
  if (isOpen) return <Form id={handOut.id} said={said} onClose={close} />;
  const isSaid = said.label || said.printed;
  return (
    <>
      {said.label && (
        <span class="label">
          <bdi>{cleanName(said.label)}</bdi>
        </span>
      )}
      {said.printed && <span class="printed-tag">{say('printedTick')}</span>}
      <button ref={button} type="button" class="button quiet small" onClick={() => setOpen(true)}>
        {say(isSaid ? 'change' : 'handOutsAddLabel')}
        {isSaid && <span class="visually-hidden"> {say('handOutsLabel')}</span>}
      </button>
    </>
  );
}

interface FormProps {
  readonly id: string;
  readonly said: Said;
  readonly onClose: (next?: Said) => void;
}

const longestLabel = 120;

function Form({ id, said, onClose }: FormProps) {
  const naming = useAsking('ledger.name');
  const [label, setLabel] = useState(said.label ?? '');
  const [printed, setPrinted] = useState(said.printed);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const next = { label: label.trim(), printed };
  const isNew = next.label !== (said.label ?? '') || printed !== said.printed;
  const save = (event: Event) => {
    event.preventDefault();
    if (isNew) naming.ask({ id, ...next });
    else onClose();
  };
  const { now } = naming;
  useEffect(() => {
    if (now.mood === 'answered') onClose(next);
  }, [now.mood]);
  return (
    <form class="naming" onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <input
        ref={field}
        class="input"
        type="text"
        aria-label={say('handOutsLabel')}
        placeholder={say('whatForExample')}
        autocomplete="off"
        dir="auto"
        maxLength={longestLabel}
        value={label}
        onInput={(event) => setLabel(event.currentTarget.value)}
      />
      <label class="row small">
        <input type="checkbox" checked={printed} onChange={(event) => setPrinted(event.currentTarget.checked)} />
        {say('printedTick')}
      </label>
      <div class="row">
        <button type="submit" class="button small" disabled={now.mood === 'waiting'}>
          {say('handOutsSave')}
        </button>
        <button type="button" class="button quiet small" onClick={() => onClose()}>
          {say('cancel')}
        </button>
      </div>
      {now.mood === 'troubled' && (
        <p class="small wrong" role="alert">
          {troubleWords(now.trouble).what} {troubleWords(now.trouble).next}
        </p>
      )}
    </form>
  );
}
