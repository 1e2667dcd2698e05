import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { AccountView } from '../../utils/model';
import { say } from '../../utils/words';
import { RemoveAccount } from './RemoveAccount';

interface AccountFootProps {
  readonly account: AccountView;
  readonly removed: () => void;
  readonly children?: ComponentChildren;
}

/** What can be done with an account; last of all, to remove it, which asks once more. */
export function AccountFoot({ account, removed, children }: AccountFootProps) {
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
      {removing && <RemoveAccount account={account} keep={keep} removed={removed} />}
    </>
  );
}
