import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AccountView, Make } from '../../utils/model/account';
import { type PastedAccount, readAccount } from '../../utils/pasted-account';
import { say } from '../../utils/words';
import { Field } from '../ui/Field';
import { TroubleNotice } from '../ui/Notice';
import { useFocusOnFault } from '../ui/use-focus-on-fault';
import { AdvancedFields } from './AdvancedFields';
import { missingKeys, type Typed, withPasted } from './account-draft';
import { CheckSteps, CheckVerdict } from './CheckSteps';
import { HostAccess } from './HostAccess';
import { MakeFields } from './MakeFields';
import { Pasted } from './Pasted';
import { ServerField } from './ServerField';
import { useAccountForm } from './use-account-form';

interface AccountFormProps {
  readonly start: Typed;
  readonly make: Make;
  /** Told when the account is kept, before it is tested. */
  readonly kept: (account: AccountView) => void;
  /** What the form was filled with before anybody typed. */
  readonly found?: PastedAccount | undefined;
  /** Told what stands in the form. */
  readonly onTyped?: (typed: Typed) => void;
  /** Reads a pasted text that may be for another make, and says whether it could. */
  readonly read?: ((text: string) => PastedAccount | undefined) | undefined;
  readonly fill?: (found: PastedAccount) => void;
}

/** An account to add or to change, drawn from what its make asks for. */
export function AccountForm({ start, make, kept, onTyped, ...props }: AccountFormProps) {
  const form = useAccountForm(start, make, kept);
  const [found, setFound] = useState(props.found);
  const element = useFocusOnFault(form.tries);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => result.current?.scrollIntoView({ block: 'nearest' }), [form.test.mood]);
  useLayoutEffect(() => onTyped?.(form.typed), [form.typed]);
  useLayoutEffect(() => found && focusOn(element.current, missingKeys(form.typed, make)[0]), [found]);

  const paste = (text: string) => {
    const pasted = props.read ? props.read(text) : readAccount(text, [make], make.id);
    if (!pasted || !isMore(pasted, text, make)) return false;
    if (props.fill) props.fill(pasted);
    else {
      const { server, values } = withPasted(form.typed, pasted, make);
      form.type({ server, values });
      setFound(pasted);
    }
    return true;
  };
  return (
    <form ref={element} class="card stack" noValidate onSubmit={(event) => event.preventDefault()}>
      {found && form.test.mood === 'rest' && <Pasted found={found} typed={form.typed} make={make} />}
      {!make.server && <ServerField form={form} make={make} paste={paste} />}
      <MakeFields form={form} make={make} advanced={false} />
      <Field
        label={say('accountName')}
        value={form.typed.name}
        onValue={(name) => form.type({ name })}
        input={{ maxLength: 80 }}
      />
      <AdvancedFields form={form} make={make} paste={paste} />
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
        <CheckSteps now={form.test} onBetter={(server) => void form.saveAt(server)} />
      </div>
    </form>
  );
}

/** Whether a text holds more than an address of this make, which may stand in the field as it is. */
function isMore({ make: id, fields, secrets }: PastedAccount, text: string, make: Make): boolean {
  const isFull = Object.keys({ ...fields, ...secrets }).length > 0;
  return isFull || (id !== undefined && id !== make.id) || /[\s?@]/.test(text.trim());
}

/** The first field that is still empty, else the button. */
function focusOn(form: HTMLFormElement | null, key: string | undefined): void {
  const fields = [...(form?.querySelectorAll<HTMLElement>('input[name], button[type=submit]') ?? [])];
  const wanted = fields.find((one) => one.getAttribute('name') === (key ?? null));
  wanted?.focus();
}
