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
  /** Where it is the one thing to do. */
  readonly primary?: boolean;
}

/** Nobody may be asked about a link: what would help. For one of the demo's that is the demo, and nothing else. */
export function NobodyToAsk({ code, onAllowed, primary = false }: NobodyToAskProps) {
  if (!isDemoCode(code)) return <PublicPageAccess primary={primary} {...(onAllowed && { onAllowed })} />;
  const open = <OpenDemo onOpened={onAllowed ?? (() => location.reload())} primary={primary} />;
  return (
    <Notice tone="info" actions={open}>
      {say('demoClosed')}
    </Notice>
  );
}
