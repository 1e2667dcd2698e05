import { useEffect, useId, useState } from 'preact/hooks';
import { inviteUrl } from '../../../utils/invite-link';
import type { AccountView } from '../../../utils/model/account';
import { say, sayCount } from '../../../utils/words';
import { TroubleNotice } from '../../ui/Notice';
import { ask, useAsking } from '../../ui/use-ask';
import { AddedWords } from './AddedWords';
import { FromAccount } from './FromAccount';
import { FromFile, fileIn } from './FromFile';
import { type FoundCodes, foundCodes } from './found-codes';

interface AddToQueueProps {
  readonly account: AccountView;
  readonly accounts: readonly AccountView[];
  readonly onAdded: () => void;
}

/** What was added last, and what was not. */
export interface Added {
  readonly added: number;
  readonly known: number;
  readonly found?: FoundCodes;
}

/** Ways to put groups into the queue: any text with links in it, a file, another account's groups. */
export function AddToQueue({ account, accounts, onAdded }: AddToQueueProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [added, setAdded] = useState<Added>();
  const [tooBig, setTooBig] = useState(false);
  const { now, ask: add } = useAsking('queue.add');
  const found = foundCodes(text);
  useEffect(() => {
    // From a list of ours, as of the invites on a page.
    ask('queue.taken').then(
      (codes) => codes.length > 0 && setText(codes.map(inviteUrl).join('\n')),
      () => undefined,
    );
  }, []);
  const put = async (wish: { groupsOf?: string }) => {
    const codes = wish.groupsOf === undefined ? found.codes : [];
    const sum = await add({ account: account.id, codes, ...wish });
    if (!sum) return;
    setAdded({ ...sum, ...(wish.groupsOf === undefined && { found }) });
    if (wish.groupsOf === undefined) setText('');
    onAdded();
  };
  const read = (file: string | undefined) => {
    setTooBig(file === undefined);
    if (file !== undefined) setText(file);
  };
  const isAdding = now.mood === 'waiting';
  return (
    <div class="stack queue-add">
      <div class="field">
        <label for={id}>{say('queuePaste')}</label>
        <div class="hint" id={`${id}-hint`}>
          {say('queuePasteHint')}
        </div>
        <textarea
          class="input"
          id={id}
          rows={4}
          spellcheck={false}
          autocomplete="off"
          dir="auto"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onDragOver={(event) => event.dataTransfer?.types.includes('Files') && event.preventDefault()}
          onDrop={(event) => {
            const file = event.dataTransfer?.files[0];
            if (!file) return;
            event.preventDefault();
            void fileIn(file).then(read);
          }}
          aria-describedby={`${id}-hint ${id}-said`}
        />
        <div id={`${id}-said`} class="small quiet-text" role="status">
          {tooBig ? say('queueFileTooBig') : text.trim() !== '' && sayCount('queueFound', found.codes.length)}
        </div>
      </div>
      <div class="row buttons">
        <button
          type="button"
          class={`button ${found.codes.length > 0 ? 'primary' : ''}`}
          disabled={isAdding || found.codes.length === 0}
          onClick={() => void put({})}
        >
          {say('queueAdd')}
        </button>
        <FromFile onText={read} />
        <FromAccount
          accounts={accounts.filter((one) => one.id !== account.id)}
          disabled={isAdding}
          onChoose={(groupsOf) => void put({ groupsOf })}
        />
      </div>
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      {now.mood === 'answered' && added && <AddedWords {...added} />}
    </div>
  );
}
