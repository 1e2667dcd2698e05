import { useState } from 'preact/hooks';
import type { Overview, Shape } from '../../utils/model';
import type { TroubleFacts } from '../../utils/trouble';
import { Announcer } from '../ui/Announcer';
import { usePageView } from '../ui/invites-list/use-page-view';
import { TroubleNotice } from '../ui/Notice';
import { tell } from '../ui/use-ask';
import { Desk } from './Desk';
import { FirstSteps } from './FirstSteps';
import { InvitesRoom, OnThisPage } from './OnThisPage';
import { popupTab } from './popup-tab';
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
  const page = usePageView(popupTab);
  const [list, setList] = useState<'unseen' | 'open' | 'left'>('unseen');
  const isOpen = list === 'open';
  const hasAccount = overview.accounts.length > 0;
  const foot = <OnThisPage view={page.view} onOpen={() => setList('open')} />;
  const room = { page, hasAccount, isShown: isOpen, onBack: () => setList('left') };
  return (
    <>
      {list !== 'unseen' && <InvitesRoom {...room} />}
      {!isOpen && !hasAccount && <FirstSteps shape={overview.settings.shape} onShape={remember} foot={foot} />}
      {!isOpen && hasAccount && <Desk overview={overview} onShape={remember} onAllowed={onAllowed} foot={foot} />}
    </>
  );
}
