import { say } from '../../utils/words';
import { OpenDemo } from '../ui/OpenDemo';

/** In place of a form: the demo asks for nothing. */
export function DemoOffer({ opened }: { readonly opened: () => void }) {
  const show = () => {
    location.hash = '#accounts';
    opened();
  };
  return (
    <section class="card stack">
      <p>{say('demoWhat')}</p>
      <div class="row buttons">
        <OpenDemo primary onOpened={show} />
      </div>
    </section>
  );
}
