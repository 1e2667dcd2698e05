import type { ComponentChildren } from 'preact';
import type { Field as FieldFacts, Make } from '../../utils/model/account';
import { say } from '../../utils/words';
import { Field } from '../ui/Field';
import { faultWords } from './fault-words';
import { fieldWords } from './field-words';
import type { AccountFormState } from './use-account-form';

interface Props {
  readonly form: AccountFormState;
  readonly make: Make;
}

/** The fields that a make asks for at once, or those that stand under "Advanced". */
export function MakeFields({ form, make, advanced }: Props & { readonly advanced: boolean }) {
  const fields = make.fields.filter((field) => (field.advanced ?? false) === advanced);
  return fields.map((field) =>
    field.kind === 'switch' ? (
      <Switch key={field.key} {...{ form, make, field }} />
    ) : (
      <Entry key={field.key} {...{ form, make, field }} />
    ),
  );
}

interface OneField extends Props {
  readonly field: FieldFacts;
}

function Entry({ form, make, field }: OneField) {
  const { key, kind, example, optional } = field;
  const { label, hint } = fieldWords(make.id, key);
  const value = form.typed.values[key] ?? '';
  const error = faultWords(form.faults[key], value);
  const isKept = form.typed.kept.includes(key) && !error;
  const link = kind === 'secret' && make.keyPage && <KeyPage href={make.keyPage} />;
  return (
    <Field
      label={optional ? say('fieldOptional', label) : label}
      kind={kind === 'secret' ? 'secret' : 'text'}
      value={value}
      onValue={(typed) => form.typeValue(key, typed)}
      hint={hint || link ? <Hint text={hint} link={link} /> : undefined}
      error={error}
      input={{
        name: key,
        dir: isKept && !value ? 'auto' : 'ltr',
        placeholder: isKept ? say('secretKept') : (example ?? ''),
      }}
    />
  );
}

function Switch({ form, make, field: { key } }: OneField) {
  const { label, hint } = fieldWords(make.id, key);
  const on = form.typed.values[key] === 'on';
  return (
    <label class="option">
      <input type="checkbox" name={key} checked={on} onChange={() => form.typeValue(key, on ? '' : 'on')} />
      <span>
        {label}
        {hint && <small class="hint">{hint}</small>}
      </span>
    </label>
  );
}

function Hint({ text, link }: { readonly text: string | undefined; readonly link: ComponentChildren }) {
  return (
    <>
      {text} {link}
    </>
  );
}

function KeyPage({ href }: { readonly href: string }) {
  return (
    <a class="lone-link" href={href} target="_blank" rel="noreferrer">
      {say('whereIsMyKey')}
    </a>
  );
}
