import { say } from '../../utils/words';
import { TroubleLater } from './trouble-later';
import { useDemo } from './use-demo';

/** The one click that opens the demo. */
export function OpenDemo({ onOpened, primary = false }: { readonly onOpened: () => void; readonly primary?: boolean }) {
  const demo = useDemo();
  const open = async () => {
    if (await demo.open()) onOpened();
  };
  return (
    <>
      <button
        type="button"
        class={primary ? 'button primary' : 'button'}
        aria-disabled={demo.now.mood === 'waiting'}
        onClick={() => demo.now.mood !== 'waiting' && void open()}
      >
        {say('demoOpen')}
      </button>
      {demo.now.mood === 'troubled' && <TroubleLater trouble={demo.now.trouble} />}
    </>
  );
}
