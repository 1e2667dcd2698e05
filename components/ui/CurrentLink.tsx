import { isDemoCode } from '../../utils/demo';
import { inviteUrl } from '../../utils/invite-link';
import type { Own } from '../../utils/model/sight';
import { say } from '../../utils/words';
import { useCopying } from './use-copying';

/** For a link of one's own that is dead: the one that took its place, to copy. Nothing where we do not know it. */
export function CurrentLink({ own }: { readonly own: Own | undefined }) {
  const copying = useCopying();
  const current = own?.code === 'retired' ? own.inside?.current : undefined;
  if (current === undefined) return null;
  const link = inviteUrl(current);
  return (
    <div class="current-link">
      <span class="small">
        {say('currentLinkIs')}{' '}
        {isDemoCode(current) ? (
          <bdi dir="ltr">{link.replace('https://', '')}</bdi>
        ) : (
          <a href={link} target="_blank" rel="noreferrer" dir="ltr">
            {link.replace('https://', '')}
          </a>
        )}
      </span>
      <button type="button" class="button" onClick={() => copying.copy(link)}>
        {say(copying.done ? 'copied' : 'copyCurrentLink')}
      </button>
    </div>
  );
}
