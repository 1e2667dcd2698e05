import { Icon } from '../../ui/Icon';
import { moreIcons } from '../../ui/more-icons';

/** Says, with a lock, that an administrator has had a word here. */
export function SetWords({ id, words }: { readonly id?: string; readonly words: string }) {
  return (
    <p class="managed-said small" {...(id && { id })}>
      <Icon name={moreIcons.lock} />
      <span>{words}</span>
    </p>
  );
}
