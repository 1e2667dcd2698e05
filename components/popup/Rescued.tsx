import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isDemoCode } from '../../utils/demo';
import { inviteUrl } from '../../utils/invite-link';
import type { RecordState, RescuedCode } from '../../utils/model/record';
import { moment } from '../../utils/times';
import { say } from '../../utils/words';
import { DemoMark } from '../ui/DemoMark';
import { Notice, TroubleNotice } from '../ui/Notice';
import { RestingButton } from '../ui/RestingButton';
import { SafeText } from '../ui/SafeText';
import { useAsking } from '../ui/use-ask';
import { useCopying } from '../ui/use-copying';

interface RescuedProps {
  readonly rescued: readonly RescuedCode[];
  readonly onState: (state: RecordState) => void;
}

/** New links that could not be written into the record: above everything, until they were or somebody has them. */
export function Rescued({ rescued, onState }: RescuedProps) {
  if (rescued.length === 0) return null;
  return (
    <div class="rescued">
      {rescued.map((one) => (
        <One key={one.id} one={one} onState={onState} />
      ))}
    </div>
  );
}

function One({ one, onState }: { readonly one: RescuedCode; readonly onState: RescuedProps['onState'] }) {
  const copying = useCopying();
  const releasing = useAsking('record.release');
  const [isSure, setSure] = useState(false);
  const link = inviteUrl(one.code);
  const release = async () => {
    const state = await releasing.ask(one.id);
    if (state) onState(state);
  };
  return (
    <>
      <Notice
        tone="trouble"
        title={say('rescuedTitle')}
        actions={
          isSure ? (
            <Sure onYes={release} onNo={() => setSure(false)} isUnderWay={releasing.now.mood === 'waiting'} />
          ) : (
            <>
              <button type="button" class="button primary" onClick={() => copying.copy(link)}>
                {say(copying.done ? 'copied' : 'copyLink')}
              </button>
              <button type="button" class="button" onClick={() => setSure(true)}>
                {say('rescuedSaved')}
              </button>
            </>
          )
        }
      >
        {say('rescuedNext')}
        <span class="rescued-link">
          <SafeText text={one.name} instead={one.group} />
          {isDemoCode(one.code) && <DemoMark />}
          <time class="small quiet-text" dateTime={new Date(one.at).toISOString()}>
            {moment(one.at)}
          </time>
          {isDemoCode(one.code) ? (
            <span dir="ltr">{link}</span>
          ) : (
            <a href={link} target="_blank" rel="noreferrer" dir="ltr">
              {link}
            </a>
          )}
        </span>
        {copying.refused && <span class="said">{say('clipboardRefused')}</span>}
        {isSure && <p>{say('rescuedSure')}</p>}
      </Notice>
      {releasing.now.mood === 'troubled' && <TroubleNotice trouble={releasing.now.trouble} />}
    </>
  );
}

interface SureProps {
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly isUnderWay: boolean;
}

/** The second step. The way back has the focus. */
function Sure({ onYes, onNo, isUnderWay }: SureProps) {
  const no = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => no.current?.focus(), []);
  return (
    <>
      <button ref={no} type="button" class="button" onClick={onNo}>
        {say('rescuedNotYet')}
      </button>
      <RestingButton looks="button danger" resting={isUnderWay} onClick={onYes}>
        {say('rescuedRelease')}
      </RestingButton>
    </>
  );
}
