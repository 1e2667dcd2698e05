import { say } from '../../utils/words';

/** The way that is left where no list helps. */
export function ById({ words, onAdd }: { readonly words: string; readonly onAdd: () => void }) {
  return (
    <div class="panel">
      <p class="quiet-text">{words}</p>
      <button type="button" class="button" onClick={onAdd}>
        {say('addGroupTitle')}
      </button>
    </div>
  );
}
