import { say } from '../../../utils/words';
import type { SectionProps } from '../section';

interface NothingYetProps extends Pick<SectionProps, 'overview'> {
  /** What the list is for. */
  readonly words: string;
}

/** A list of the record with nothing in it: what it is for, and the first step towards it. */
export function NothingYet({ words, overview }: NothingYetProps) {
  const isNew = overview.accounts.length === 0;
  return (
    <div class="record-none">
      <p class="quiet-text">{words}</p>
      {isNew ? (
        <a class="button" href="#accounts/new">
          {say('addAccount')}
        </a>
      ) : (
        <a class="button" href="/popup.html" target="_blank" rel="noreferrer">
          {say('openPopupInTab')}
        </a>
      )}
    </div>
  );
}
