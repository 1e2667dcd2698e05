import { useEffect, useState } from 'preact/hooks';
import type { Shape } from '../../utils/model/hand-out';
import type { Overview } from '../../utils/model/overview';
import type { RecordState } from '../../utils/model/record';
import type { TroubleFacts } from '../../utils/trouble';
import { Announcer } from '../ui/Announcer';
import type { PageNow } from '../ui/invites-list/use-page-view';
import { tell } from '../ui/use-ask';
import { Desk } from './Desk';
import {
  AtLeisure,
  FirstSteps,
  InvitesRoom,
  OnThisPage,
  RecordHealth,
  Rescued,
  SideWatch,
  ToLookAt,
  Unlock,
  Unopened,
} from './on-demand';
import { isAtSide } from './place';
import { renewed } from './renewed';
import { useAfterPaint } from './use-after-paint';

/** What the popup is drawn from: the store's answer, or why there is none. */
export type First = { readonly overview: Overview } | { readonly trouble: TroubleFacts };

interface PopupProps {
  readonly first: First;
  /** The store's own answer, where `first` is only what was kept of the one before. */
  readonly truth?: Promise<First> | undefined;
  readonly askFirst: () => Promise<First>;
}

/** The popup, in whichever state it finds us. */
export function Popup({ first, truth, askFirst }: PopupProps) {
  const [now, setNow] = useState(first);
  const [isSure, setSure] = useState(truth === undefined);
  const show = (next: First) => {
    setNow((before) => renewed(before, next));
    setSure(true);
  };
  useEffect(() => void truth?.then(show), []);
  const again = async () => show(await askFirst());
  // Something went wrong beneath: what the store says counts, and where it says nothing all stays as it is.
  const lookAgain = async () => {
    const next = await askFirst();
    if ('overview' in next) show(next);
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
          isSure={isSure}
          onOverview={(overview) => setNow({ overview })}
          onAllowed={again}
          onTroubled={lookAgain}
        />
      )}
      <Announcer />
    </div>
  );
}

interface FaceProps {
  readonly overview: Overview;
  /** Whether it is what the store says now. */
  readonly isSure: boolean;
  readonly onOverview: (overview: Overview) => void;
  readonly onAllowed: () => void;
  readonly onTroubled: () => void;
}

function Face({ overview, isSure, onOverview, onAllowed, onTroubled }: FaceProps) {
  const remember = (shape: Shape) => {
    // An administrator has set it: this shape is given once.
    if (overview.managed?.locked.includes('handOutAs')) return;
    tell('setting.change', { shape });
    onOverview({ ...overview, settings: { ...overview.settings, shape } });
  };
  const [page, setPage] = useState<PageNow>();
  const [list, setList] = useState<'unseen' | 'open' | 'left'>('unseen');
  const isOpen = list === 'open';
  const hasAccount = overview.accounts.length > 0;
  const foot = (
    <>
      {overview.record.health !== 'whole' && <RecordHealth health={overview.record.health} />}
      {overview.alerts > 0 && <ToLookAt alerts={overview.alerts} />}
      {page && <OnThisPage view={page.view} onOpen={() => setList('open')} />}
    </>
  );
  const room = { accounts: overview.accounts, isShown: isOpen, onBack: () => setList('left') };
  const isPainted = useAfterPaint();
  const told = ({ health, rescued }: RecordState) => onOverview({ ...overview, record: { health, rescued } });
  const { vault } = overview;
  return (
    <>
      {overview.record.rescued.length > 0 && <Rescued rescued={overview.record.rescued} onState={told} />}
      {!isOpen && vault.locked && (
        // Above everything else. What is remembered stands below as ever.
        <div class="unlock-first">
          <Unlock waitMs={vault.waitMs} onUnlocked={onTroubled} />
        </div>
      )}
      {isAtSide() && <SideWatch onPage={page?.again} onBack={onTroubled} />}
      {page && list !== 'unseen' && <InvitesRoom {...room} page={page} />}
      {!isOpen && !hasAccount && (
        <FirstSteps shape={overview.settings.shape} onShape={remember} onDemo={onAllowed} foot={foot} />
      )}
      {!isOpen && hasAccount && (
        // What was asked in vain while the keys were locked is asked again.
        <Desk
          key={String(vault.locked)}
          overview={overview}
          isSure={isSure}
          onShape={remember}
          onAllowed={onAllowed}
          onTroubled={onTroubled}
          foot={foot}
        />
      )}
      {isPainted && <AtLeisure onPage={setPage} />}
    </>
  );
}
