import { cleanName } from '../../utils/handout/clean-name';
import type { Group } from '../../utils/model/group';
import { say } from '../../utils/words';
import { Field } from '../ui/Field';
import type { Consenting } from './use-consent';

interface NameLockProps {
  readonly group: Group;
  readonly consent: Consenting;
  /** Why it is asked for, where nothing above says so. */
  readonly why: string | undefined;
}

/** The lock of a link that is on paper: the group's name, typed. */
export function NameLock({ group, consent, why }: NameLockProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) consent.go();
  };
  return (
    <>
      {why && <p class="small">{why}</p>}
      <Field
        // Isolated, so that a name of another script leaves the words around it in order.
        label={say('retireTypeName', `\u2068${cleanName(group.name) || group.id}\u2069`)}
        value={consent.typed}
        onValue={consent.type}
        error={consent.nameFault}
        input={{ onKeyDown, onBlur: consent.tried }}
      />
    </>
  );
}
