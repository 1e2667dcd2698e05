import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { AccountView, Make } from '../../utils/model';
import { say } from '../../utils/words';
import { Field } from '../ui/Field';
import { TroubleNotice } from '../ui/Notice';
import { AdvancedFields } from './AdvancedFields';
import type { Typed } from './account-draft';
import { CheckSteps, CheckVerdict } from './CheckSteps';
import { HostAccess } from './HostAccess';
import { MakeFields } from './MakeFields';
import { ServerField } from './ServerField';
import { useAccountForm } from './use-account-form';

interface AccountFormProps {
  readonly start: Typed;
  readonly make: Make;
  /** Told when the account is kept, before it is tested. */
  readonly kept: (account: AccountView) => void;
}

/** An account to add or to change, drawn from what its make asks for. */
export function AccountForm({ start, make, kept }: AccountFormProps) {
  const form = useAccountForm(start, make, kept);
  const element = useFocusOnFault(form.tries);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => result.current?.scrollIntoView({ block: 'nearest' }), [form.test.mood]);
  return (
    <form ref={element} class="card stack" noValidate onSubmit={(event) => event.preventDefault()}>
      <Field
        label={say('accountName')}
        value={form.typed.name}
        onValue={(name) => form.type({ name })}
        input={{ maxLength: 80 }}
      />
      {!make.server && <ServerField form={form} make={make} />}
      <MakeFields form={form} make={make} advanced={false} />
      <AdvancedFields form={form} make={make} />
      <HostAccess form={form} make={make} />
      {form.trouble && <TroubleNotice trouble={form.trouble} />}
      <div class="row buttons">
        {/* Enter in a field clicks this button too, so that both ways count as the user's own act. */}
        <button
          type="submit"
          class="button primary"
          aria-disabled={form.busy}
          onClick={() => form.busy || void form.save()}
        >
          {say(form.refused ? 'askAgain' : 'saveAndTest')}
        </button>
        <a class="button" href="#accounts">
          {say(form.saved ? 'done' : 'cancel')}
        </a>
      </div>
      <div ref={result} class="stack">
        <CheckVerdict now={form.test} name={form.typed.name} />
        <CheckSteps now={form.test} />
      </div>
    </form>
  );
}

/** Takes the focus to the first field that is wrong, each time saving was tried. */
function useFocusOnFault(tries: number) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    const folded = wrong?.closest('details');
    if (folded) folded.open = true;
    wrong?.focus();
  }, [tries]);
  return form;
}
