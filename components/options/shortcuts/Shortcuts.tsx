import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../../utils/browser';
import { say } from '../../../utils/words';
import { Title } from '../Title';
import { keysOf } from './keys-of';
import { openBrowserKeys } from './open-browser-keys';

interface Command {
  readonly name: string;
  readonly words: string;
  /** Empty where nobody has given it keys. */
  readonly keys: string;
}

/** The keys that work while Latchkey is not open, as the browser has them now, and those inside Latchkey. */
export function Shortcuts() {
  const commands = useCommands();
  return (
    <>
      <Title>{say('sectionShortcuts')}</Title>
      <section class="card stack" aria-labelledby="keys-now">
        <h2 id="keys-now">{say('shortcutsTitle')}</h2>
        <p class="prose">{say('shortcutsWhat')}</p>
        <dl class="shortcuts">
          {commands.map(({ name, words, keys }) => (
            <div key={name}>
              <dt>{words}</dt>
              <dd>{keys ? <Keys keys={keys} /> : <span class="quiet-text">{say('shortcutNone')}</span>}</dd>
            </div>
          ))}
        </dl>
        <p class="prose small quiet-text">{say('shortcutsHow')}</p>
        <p>
          <button type="button" class="button" onClick={() => void openBrowserKeys()}>
            {say('shortcutsChange')}
          </button>
        </p>
      </section>
      <section class="card stack" aria-labelledby="keys-inside">
        <h2 id="keys-inside">{say('shortcutsInside')}</h2>
        <dl class="shortcuts">
          {inside().map(({ name, words, keys }) => (
            <div key={name}>
              <dt>{words}</dt>
              <dd>
                <Keys keys={keys} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function Keys({ keys }: { readonly keys: string }) {
  return (
    <bdi dir="ltr" class="keys">
      {keysOf(keys).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </bdi>
  );
}

function inside(): readonly Command[] {
  return [
    { name: 'search', words: say('keysSearch'), keys: '/' },
    { name: 'choose', words: say('keysChoose'), keys: '↑ ↓' },
    { name: 'copy', words: say('keysCopy'), keys: 'Enter' },
    { name: 'menu', words: say('keysMenu'), keys: '↓' },
    { name: 'leave', words: say('keysLeave'), keys: 'Esc' },
  ];
}

/** They may have been changed in the tab beside this one. */
function useCommands(): readonly Command[] {
  const [commands, setCommands] = useState<readonly Command[]>([]);
  useEffect(() => {
    const gone = new AbortController();
    const read = () => void known().then(setCommands);
    read();
    addEventListener('focus', read, { signal: gone.signal });
    return () => gone.abort();
  }, []);
  return commands;
}

async function known(): Promise<readonly Command[]> {
  const all = await browser.commands.getAll();
  return all.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    // The browser has words of its own for the button in the toolbar.
    words: name === '_execute_action' ? say('commandOpen') : description,
    keys: shortcut,
  }));
}
