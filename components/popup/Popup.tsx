import { useState } from 'preact/hooks';
import type { Overview, Shape } from '../../utils/model';
import type { TroubleFacts } from '../../utils/trouble';
import { Announcer } from '../ui/Announcer';
import { TroubleNotice } from '../ui/Notice';
import { tell } from '../ui/use-ask';
import { Desk } from './Desk';
import { FirstSteps } from './FirstSteps';
import { TroubleAction } from './TroubleAction';

/** What the popup is drawn from: the store's answer, or why there is none. */
export type First = { readonly overview: Overview } | { readonly trouble: TroubleFacts };

interface PopupProps {
  readonly first: First;
  readonly askFirst: () => Promise<First>;
}

/** The popup, in whichever state it finds us. */
export function Popup({ first, askFirst }: PopupProps) {
  const [now, setNow] = useState(first);
  const again = async () => setNow(await askFirst());
  return (
    <div class="popup">
      {'trouble' in now ? (
        <main class="panel">
          <TroubleNotice trouble={now.trouble} actions={<TroubleAction kind={now.trouble.kind} onAgain={again} />} />
        </main>
      ) : (
        <Face overview={now.overview} onOverview={(overview) => setNow({ overview })} onAllowed={again} />
      )}
      <Announcer />
    </div>
  );
}

interface FaceProps {
  readonly overview: Overview;
  readonly onOverview: (overview: Overview) => void;
  readonly onAllowed: () => void;
}

function Face({ overview, onOverview, onAllowed }: FaceProps) {
  const remember = (shape: Shape) => {
    tell('setting.change', { shape });
    onOverview({ ...overview, settings: { ...overview.settings, shape } });
  };
  if (overview.accounts.length === 0) return <FirstSteps shape={overview.settings.shape} onShape={remember} />;
  return <Desk overview={overview} onShape={remember} onAllowed={onAllowed} />;
}
