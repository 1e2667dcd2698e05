import { useState } from 'preact/hooks';
import { say } from '../../utils/words';
import { Field } from '../ui/Field';
import { SetWords } from './managed/SetWords';
import { typedHost } from './typed-host';

interface SiteListProps {
  readonly title: string;
  /** Stands on the field for one more. */
  readonly addLabel: string;
  /** What the list is for, while it is empty. */
  readonly empty: string;
  readonly hosts: readonly string[];
  /** Asks the browser in the click itself; nothing is added after a no. */
  readonly allow?: (host: string) => Promise<boolean>;
  readonly onAdd: (host: string) => Promise<void>;
  readonly onRemove: (host: string) => Promise<void>;
  /** Those that an administrator has put there; they cannot be taken away. */
  readonly set?: readonly string[];
}

/** Host names, each with a way out, and a field for one more. */
export function SiteList({ title, addLabel, empty, hosts, allow, onAdd, onRemove, set = [] }: SiteListProps) {
  return (
    <section class="card stack">
      <h2>{title}</h2>
      {hosts.length === 0 && <p class="quiet-text">{empty}</p>}
      <ul class="sites" aria-label={title}>
        {hosts.map((host) => (
          <li key={host} class="row">
            <bdi>{host}</bdi>
            {set.includes(host) ? (
              <SetWords words={say('managedSet')} />
            ) : (
              <button type="button" class="button quiet" onClick={() => onRemove(host)}>
                {say('siteRemove')}
                <span class="visually-hidden"> {host}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <AddSite {...{ title, addLabel, allow, onAdd }} />
    </section>
  );
}

type AddProps = Pick<SiteListProps, 'title' | 'addLabel' | 'onAdd'> & { readonly allow: SiteListProps['allow'] };

function AddSite({ title, addLabel, allow, onAdd }: AddProps) {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const add = async (event: Event) => {
    event.preventDefault();
    const host = typedHost(typed);
    if (!host) return setFault(say('siteFault'));
    if (allow && !(await allow(host))) return setFault(say('siteRefused', host));
    setTyped('');
    await onAdd(host);
  };
  const type = (text: string) => {
    setTyped(text);
    setFault(undefined);
  };
  return (
    <form class="add-site" onSubmit={add} noValidate>
      <Field
        label={addLabel}
        value={typed}
        onValue={type}
        error={fault}
        input={{ inputMode: 'url', placeholder: 'forum.example.org' }}
      />
      <button type="submit" class="button">
        {say('siteAdd')}
        <span class="visually-hidden"> {title}</span>
      </button>
    </form>
  );
}

export function without(hosts: readonly string[], host: string): string[] {
  return hosts.filter((one) => one !== host);
}
