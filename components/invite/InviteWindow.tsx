import { useEffect, useState } from 'preact/hooks';
import type { Tellers } from '../../utils/demo';
import { say, type Word } from '../../utils/words';
import { Announcer } from '../ui/Announcer';
import { type Purpose, purposeIn } from './address';
import { CopyFace } from './CopyFace';
import { HandFace } from './HandFace';
import { JoinFace } from './JoinFace';
import { LookFace } from './LookFace';
import { PageFace } from './PageFace';
import { PictureFace } from './PictureFace';

const titles: Readonly<Record<Purpose['to'], Word>> = {
  look: 'windowLookTitle',
  join: 'windowJoinTitle',
  copy: 'windowCopyTitle',
  hand: 'windowHandTitle',
  'read-picture': 'windowPictureTitle',
  list: 'windowPageTitle',
};

interface InviteWindowProps {
  /** Whom one may look through. */
  readonly accounts: Tellers;
}

/** The small window of ours: what it shows stands behind the `#` of its address. */
export function InviteWindow({ accounts }: InviteWindowProps) {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const gone = new AbortController();
    addEventListener('hashchange', () => setHash(location.hash), { signal: gone.signal });
    return () => gone.abort();
  }, []);
  const purpose = purposeIn(hash);
  const title = say(titles[purpose?.to ?? 'look']);
  useEffect(() => {
    document.title = say('windowTitle', title);
  }, [title]);
  return (
    <>
      <Face key={hash} purpose={purpose} accounts={accounts} />
      <Announcer />
    </>
  );
}

function Face({ purpose, accounts }: InviteWindowProps & { readonly purpose: Purpose | undefined }) {
  if (purpose?.to === 'look') return <LookFace code={purpose.code} />;
  if (purpose?.to === 'join') return <JoinFace code={purpose.code} />;
  if (purpose?.to === 'copy') return <CopyFace code={purpose.code} />;
  if (purpose?.to === 'hand') return <HandFace code={purpose.code} />;
  if (purpose?.to === 'list') return <PageFace tab={purpose.tab} accounts={accounts} />;
  return <PictureFace id={purpose?.to === 'read-picture' ? purpose.id : undefined} />;
}
