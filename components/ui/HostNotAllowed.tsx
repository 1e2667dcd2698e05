import { say } from '../../utils/words';
import { askHostAccess } from './host-access';
import { Notice } from './Notice';

interface HostNotAllowedProps {
  readonly server: string;
  /** Told after a yes. */
  readonly onAllowed: () => void;
}

/** The browser has not been told that we may talk to the gateway, or has been told otherwise since. */
export function HostNotAllowed({ server, onAllowed }: HostNotAllowedProps) {
  const host = new URL(server).hostname;
  const allow = () => askHostAccess(server).then((granted) => granted && onAllowed());
  const button = (
    <button type="button" class="button" onClick={allow}>
      {say('allowHost', host)}
    </button>
  );
  return (
    <Notice tone="heed" title={say('hostNotAllowed', host)} actions={button}>
      {say('hostNotAllowedNext')}
    </Notice>
  );
}
