import { useState } from 'preact/hooks';
import type { Overview, RecordState, Shape } from '../../utils/model';
import type { TroubleFacts } from '../../utils/trouble';
import { say } from '../../utils/words';
import { Announcer } from '../ui/Announcer';
import { usePageView } from '../ui/invites-list/use-page-view';
import { Notice, TroubleNotice } from '../ui/Notice';
import { tell } from '../ui/use-ask';
import { Desk } from './Desk';
import { FirstSteps } from './FirstSteps';
import { InvitesRoom, OnThisPage } from './OnThisPage';
import { popupTab } from './popup-tab';
import { RecordHealth } from './RecordHealth';
import { Rescued } from './Rescued';
import { ToLookAt } from './ToLookAt';
import { TroubleAction } from './TroubleAction';
import { UnlockFirst, VaultNow } from './Unlock';

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
  // Something went wrong beneath: what the store says counts, and where it says nothing all stays as it is.
  const lookAgain = async () => {
    const next = await askFirst();
    if ('overview' in next) setNow(next);
  };
  return (
    <div class="popup">
      {'trouble' in now ? (
        <main class="panel">
          <Unopened trouble={now.trouble} onAgain={again} />
        </main>
      ) : (
        <Face
          overview={now.overview}
          onOverview={(overview) => setNow({ overview })}
          onAllowed={again}
          onTroubled={lookAgain}
        />
      )}
      <Announcer />
    </div>
  );
}

/** Why there is nothing to draw, and what to do. */
function Unopened({ trouble, onAgain }: { readonly trouble: TroubleFacts; readonly onAgain: () => void }) {
  const action = <TroubleAction kind={trouble.kind} onAgain={onAgain} />;
  if (trouble.kind !== 'store-failed') return <TroubleNotice trouble={trouble} actions={action} />;
  return (
    <Notice tone="trouble" title={say('storeSilent')} actions={action}>
      {say('storeSilentNext')}
    </Notice>
  );
}

interface FaceProps {
  readonly overview: Overview;
  readonly onOverview: (overview: Overview) => void;
  readonly onAllowed: () => void;
  readonly onTroubled: () => void;
}

function Face({ overview, onOverview, onAllowed, onTroubled }: FaceProps) {
  const remember = (shape: Shape) => {
    tell('setting.change', { shape });
    onOverview({ ...overview, settings: { ...overview.settings, shape } });
  };
  const page = usePageView(popupTab);
  const [list, setList] = useState<'unseen' | 'open' | 'left'>('unseen');
  const isOpen = list === 'open';
  const hasAccount = overview.accounts.length > 0;
  const foot = (
    <>
      <RecordHealth health={overview.record.health} />
      <ToLookAt alerts={overview.alerts} />
      <OnThisPage view={page.view} onOpen={() => setList('open')} />
    </>
  );
  const room = { page, accounts: overview.accounts, isShown: isOpen, onBack: () => setList('left') };
  const told = ({ health, rescued }: RecordState) => onOverview({ ...overview, record: { health, rescued } });
  const { vault } = overview;
  return (
    <VaultNow.Provider value={{ vault, again: onTroubled }}>
      <Rescued rescued={overview.record.rescued} onState={told} />
      {!isOpen && <UnlockFirst />}
      {list !== 'unseen' && <InvitesRoom {...room} />}
      {!isOpen && !hasAccount && (
        <FirstSteps shape={overview.settings.shape} onShape={remember} onDemo={onAllowed} foot={foot} />
      )}
      {!isOpen && hasAccount && (
        // What was asked in vain while the keys were locked is asked again.
        <Desk
          key={String(vault.locked)}
          overview={overview}
          onShape={remember}
          onAllowed={onAllowed}
          onTroubled={onTroubled}
          foot={foot}
        />
      )}
    </VaultNow.Provider>
  );
}
