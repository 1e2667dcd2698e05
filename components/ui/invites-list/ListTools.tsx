import { type InviteCode, inviteUrl } from '../../../utils/invite-link';
import type { Sight } from '../../../utils/model/sight';
import { say, type Word } from '../../../utils/words';
import { Icon } from '../Icon';
import { Menu, menuOf } from '../Menu';
import { moreIcons } from '../more-icons';
import { tell } from '../use-ask';
import { useCopying } from '../use-copying';
import { counts, everyWhich, isDead, type Which } from './chosen';
import { saveFound } from './save-file';
import type { Choosing } from './use-choosing';

interface ListToolsProps {
  readonly codes: readonly InviteCode[];
  readonly of: ReadonlyMap<InviteCode, Sight>;
  /** Host name of the page, for the files. */
  readonly page: string;
  readonly choosing: Choosing;
}

const words: Readonly<Record<Which, Word>> = {
  all: 'filterAll',
  unseen: 'filterUnseen',
  own: 'filterOwn',
  live: 'verdictLive',
  approval: 'verdictApproval',
  full: 'verdictFull',
  retired: 'verdictRetired',
  invalid: 'verdictInvalid',
  unknown: 'verdictUnknown',
};

const mostHanded = 5_000;

/** Fewer than these are taken in at a glance. */
const worthSearching = 6;

/** What to show of the list, and ways to take it along. */
export function ListTools(props: ListToolsProps) {
  const { codes, choosing } = props;
  const { shown, which, text, onWhich, onText } = choosing;
  const many = counts(props);
  return (
    <>
      <div class="list-tools">
        {codes.length >= worthSearching && (
          <input
            class="input"
            type="text"
            aria-label={say('findInvites')}
            placeholder={say('find')}
            autocomplete="off"
            spellcheck={false}
            value={text}
            onInput={(event) => onText(event.currentTarget.value)}
          />
        )}
        <select
          class="input"
          aria-label={say('showWhich')}
          value={which}
          onChange={(event) => onWhich(everyWhich.find((one) => one === event.currentTarget.value) ?? 'all')}
        >
          {everyWhich
            .filter((one) => one === 'all' || one === which || many.has(one))
            .map((one) => (
              <option key={one} value={one}>
                {say('filterOf', say(words[one]), many.get(one) ?? 0)}
              </option>
            ))}
        </select>
        <TakeAlong {...props} />
      </div>
      <p class="small quiet-text" role="status">
        {shown.length < codes.length && say('shownOf', shown.length, codes.length)}
      </p>
    </>
  );
}

function TakeAlong({ codes, of, page, choosing: { shown } }: ListToolsProps) {
  const copying = useCopying();
  const found = () => shown.map((code) => ({ code, sight: of.get(code) }));
  const choose = (id: string) => {
    // Links that open nothing are not handed on; the files say what they are.
    if (id === 'copy')
      copying.copy(
        shown
          .filter((code) => !isDead(of.get(code)))
          .map(inviteUrl)
          .join('\n'),
      );
    if (id === 'queue') tell('queue.hand', shown.filter((code) => !isDead(of.get(code))).slice(0, mostHanded));
    if (id === 'csv' || id === 'json') saveFound(found(), id, page);
  };
  const items = [
    { id: 'copy', label: say(shown.length < codes.length ? 'copyShownLinks' : 'copyAllLinks') },
    { id: 'queue', label: say('queueHand') },
    { id: 'csv', label: say('saveCsv'), apart: true },
    { id: 'json', label: say('saveJson') },
  ];
  const label = (
    <span title={say('copyOrSave')}>
      <Icon name={copying.done ? 'check' : moreIcons.save} />
      <span class="visually-hidden">{say(copying.done ? 'copied' : 'copyOrSave')}</span>
    </span>
  );
  return <Menu label={label}>{menuOf(items, choose)}</Menu>;
}
