import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { say } from '../../utils/words';
import { Removal, type RemovalProps } from './Removal';

interface CardFootProps {
  readonly removal: Omit<RemovalProps, 'keep'>;
  readonly children?: ComponentChildren;
}

/** What can be done with what a card is about; last of all, to remove it, which asks once more. */
export function CardFoot({ removal, children }: CardFootProps) {
  const [removing, setRemoving] = useState(false);
  const remover = useRef<HTMLButtonElement>(null);
  const keep = () => {
    setRemoving(false);
    remover.current?.focus();
  };
  return (
    <>
      <div class="row buttons">
        {children}
        <button
          ref={remover}
          type="button"
          class="button quiet danger last"
          aria-expanded={removing}
          onClick={() => setRemoving(!removing)}
        >
          {say('accountRemove')}
        </button>
      </div>
      {removing && <Removal {...removal} keep={keep} />}
    </>
  );
}
