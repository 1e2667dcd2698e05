import { useRef, useState } from 'preact/hooks';
import type { AccountView, Make } from '../../utils/model/account';
import { type PastedAccount, readAccount } from '../../utils/pasted-account';
import { say } from '../../utils/words';
import { AccountForm } from './AccountForm';
import { blank, type Typed, withPasted } from './account-draft';
import { Choice } from './Choice';
import { DemoOffer } from './DemoOffer';
import { PasteBox } from './PasteBox';
import type { SectionProps } from './section';
import { Title } from './Title';

/** A form as it begins. Another `nth` is another form. */
interface Beginning {
  readonly make: Make | undefined;
  readonly nth: number;
  readonly typed?: Typed;
  readonly found?: PastedAccount;
}

/** A new account: which make, then what that make asks for; or both at once, out of a pasted text. */
export function NewAccount({ overview, makes, again }: SectionProps) {
  const [{ make, nth, ...start }, begin] = useState<Beginning>({ make: makes[0], nth: 0 });
  const [picked, setPicked] = useState<string>();
  const [added, setAdded] = useState(false);
  const typed = useRef<Typed>(undefined);
  const taken = overview.accounts.map(({ name }) => name);

  const choose = (id: string) => {
    const chosen = makes.find((one) => one.id === id);
    const server = chosen?.server ? '' : (typed.current?.server ?? '');
    setPicked(id);
    begin({ make: chosen, nth: nth + 1, ...(chosen && { typed: { ...blank(chosen, taken), server } }) });
  };
  const fill = (found: PastedAccount) => {
    const meant = makes.find(({ id, demo }) => (found.make ? id === found.make : id === make?.id && !demo)) ?? makes[0];
    if (!meant) return;
    const before = typed.current?.make === meant.id ? typed.current : blank(meant, taken);
    begin({ make: meant, nth: nth + 1, typed: withPasted(before, found, meant), found });
  };
  const read = (text: string) => {
    const found = readAccount(text, makes, picked);
    if (found) fill(found);
    return found !== undefined;
  };
  const kept = ({ id }: AccountView) => {
    setAdded(true);
    // From here on it is an account to change: a reload must not ask for a second one.
    history.replaceState(null, '', `#accounts/${id}`);
    again();
  };
  const options = makes.map((one) => ({ id: one.id, label: one.demo ? say('demo') : one.label, hint: kindOf(one) }));
  return (
    <>
      <Title>{say('addAccount')}</Title>
      {!added && (
        <div class="stack makes">
          <PasteBox read={read} />
          <Choice legend={say('accountMake')} look="row" options={options} chosen={make?.id ?? ''} onChoose={choose} />
        </div>
      )}
      {make?.demo && <DemoOffer opened={again} />}
      {make && !make.demo && (
        <AccountForm
          key={`${make.id}/${nth}`}
          start={start.typed ?? blank(make, taken)}
          {...{ make, kept, found: start.found }}
          onTyped={(now) => {
            typed.current = now;
          }}
          {...(!added && { read: (text: string) => readAccount(text, makes, make.id), fill })}
        />
      )}
    </>
  );
}

/** What a make is, in a few words. */
function kindOf({ demo, server }: Make): string {
  if (demo) return say('makeInside');
  return say(server ? 'makeHosted' : 'makeOwn');
}
