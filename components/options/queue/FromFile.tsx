import { useRef } from 'preact/hooks';
import { say } from '../../../utils/words';
import { mostBytes } from './found-codes';

/** What a file holds, as text; undefined where it is too big to be a list. */
export async function fileIn(file: File): Promise<string | undefined> {
  return file.size > mostBytes ? undefined : file.text();
}

/** Reads a list out of a file; what it held stands in the field before anything is added. */
export function FromFile({ onText }: { readonly onText: (text: string | undefined) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" onClick={() => field.current?.click()}>
        {say('queueFile')}
      </button>
      <input
        ref={field}
        type="file"
        accept=".txt,.csv,.json,text/plain,text/csv,application/json"
        hidden
        aria-label={say('queueFile')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void fileIn(file).then(onText);
          // So that the same file can be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
