import type { JoinRow } from '../../utils/model/join';
import { moment } from '../../utils/times';
import { say, sayCount } from '../../utils/words';
import { Notice, TroubleNotice } from '../ui/Notice';

const dayMs = 86_400_000;

/** How a join has ended, in words. */
export function Ending({ row: { state, trouble, at } }: { readonly row: JoinRow }) {
  switch (state) {
    case 'joined':
      return <Notice tone="good" title={say('joinedIn')} />;
    case 'asked':
      return (
        <Notice tone="info" title={say('joinAsked')}>
          {say('joinAskedNext')}
        </Notice>
      );
    case 'already-in':
      return <Notice tone="info" title={say('joinAlreadyIn')} />;
    case 'left':
      return <Notice tone="info" title={say('joinLeft')} />;
    case 'refused': {
      const facts = trouble ?? { kind: 'refused' as const };
      const stops = facts.kind === 'too-many-joins' || facts.kind === 'restricted';
      return (
        <>
          <TroubleNotice trouble={facts} />
          {stops && <p class="small">{say('joinStopped', moment(at + dayMs))}</p>}
        </>
      );
    }
    case 'sending':
      return (
        <Notice tone="info" title={say('joinUnderWay')}>
          {say('joinUnderWayNext')}
        </Notice>
      );
    default:
      return (
        <Notice tone="heed" title={say('joinUnknown')}>
          {say('joinUnknownNext')}
        </Notice>
      );
  }
}

/** What becomes of the greeting; nothing where there is none. */
export function greetingWords({ state, greeting }: JoinRow, leftMs: number): string | undefined {
  switch (greeting?.state) {
    case 'waiting':
      if (state !== 'joined') return say('greetingHeld');
      return leftMs > 0 ? sayCount('greetingIn', Math.ceil(leftMs / 1000)) : say('greetingSending');
    case 'sending':
      return say('greetingSending');
    case 'sent':
      return say('greetingSent');
    case 'failed':
      return say('greetingFailed');
    case 'unknown':
      return say('greetingUnknown');
    case 'called-off':
      return say('greetingCalledOff');
    default:
      return undefined;
  }
}
