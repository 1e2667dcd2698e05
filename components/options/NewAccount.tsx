import { useState } from 'preact/hooks';
import type { AccountView } from '../../utils/model';
import { say } from '../../utils/words';
import { AccountForm } from './AccountForm';
import { blank } from './account-draft';
import { Choice } from './Choice';
import type { SectionProps } from './section';
import { Title } from './Title';

/** A new account: which make, then what that make asks for. */
export function NewAccount({ overview, makes, again }: SectionProps) {
  const [chosen, setChosen] = useState(makes[0]?.id ?? '');
  const [added, setAdded] = useState(false);
  const make = makes.find(({ id }) => id === chosen);
  const options = makes.map(({ id, label }) => ({ id, label }));
  const taken = overview.accounts.map(({ name }) => name);
  const kept = ({ id }: AccountView) => {
    setAdded(true);
    // From here on it is an account to change: a reload must not ask for a second one.
    history.replaceState(null, '', `#accounts/${id}`);
    again();
  };
  return (
    <>
      <Title>{say('addAccount')}</Title>
      {!added && (
        <Choice legend={say('accountMake')} look="row" options={options} chosen={chosen} onChoose={setChosen} />
      )}
      {make && <AccountForm key={make.id} start={blank(make, taken)} make={make} kept={kept} />}
    </>
  );
}
