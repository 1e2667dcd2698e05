import { isDemoCode } from '../../utils/demo';
import type { InviteCode } from '../../utils/invite-link';
import { say } from '../../utils/words';
import { Notice } from './Notice';
import { OpenDemo } from './OpenDemo';
import { PublicPageAccess } from './PublicPageAccess';

interface NobodyToAskProps {
  readonly code: InviteCode;
  /** Told when there is somebody. */
  readonly onAllowed?: () => void;
}

/** Nobody may be asked about a link: what would help. For one of the demo's that is the demo, and nothing else. */
export function NobodyToAsk({ code, onAllowed }: NobodyToAskProps) {
  if (!isDemoCode(code)) return <PublicPageAccess {...(onAllowed && { onAllowed })} />;
  const open = <OpenDemo onOpened={onAllowed ?? (() => location.reload())} />;
  return (
    <Notice tone="info" actions={open}>
      {say('demoClosed')}
    </Notice>
  );
}
