import { useRef } from 'preact/hooks';
import type { SentTo } from '../../../utils/keeping/model';
import { moment } from '../../../utils/times';
import { say, sayCount } from '../../../utils/words';
import { announce } from '../../ui/Announcer';
import { TroubleNotice } from '../../ui/Notice';
import { useAsking } from '../../ui/use-ask';
import { useAsk } from '../../ui/use-asked';
import { kindWords } from './sent-words';

/** What Latchkey has sent, host by host. Empty until somebody does something. */
export function SentList() {
  const listing = useAsk('sent.list');
  const clearing = useAsking('sent.clear');
  const list = clearing.now.before ?? listing.now.before;
  const trouble = [listing.now, clearing.now].find((now) => now.mood === 'troubled');
  const renewer = useRef<HTMLButtonElement>(null);
  const clear = async () => {
    if (!(await clearing.ask())) return;
    announce(say('sentCleared'));
    // What was pressed goes with the list.
    renewer.current?.focus();
  };
  const renew = () => {
    clearing.rest();
    void listing.ask();
  };
  return (
    <section class="card stack" aria-labelledby="backup-sent">
      <h2 id="backup-sent">{say('sentTitle')}</h2>
      <p class="quiet-text">{say('sentWhat')}</p>
      {trouble?.mood === 'troubled' && <TroubleNotice trouble={trouble.trouble} />}
      {!list && !trouble && <div class="skeleton line" />}
      {list?.length === 0 && <p>{say('sentNothing')}</p>}
      {list && list.length > 0 && (
        <ul class="sent-list">
          {list.map((sent) => (
            <Host key={sent.host} sent={sent} />
          ))}
        </ul>
      )}
      <div class="row buttons">
        <button ref={renewer} type="button" class="button" onClick={renew}>
          {say('sentRenew')}
        </button>
        {list && list.length > 0 && (
          <button type="button" class="button quiet last" onClick={() => void clear()}>
            {say('sentClear')}
          </button>
        )}
      </div>
    </section>
  );
}

function Host({ sent: { host, count, first, last, kinds } }: { readonly sent: SentTo }) {
  return (
    <li>
      <div class="sent-host">
        <b>{host === '' ? say('sentOthers') : <bdi dir="ltr">{host}</bdi>}</b>
        <span>{sayCount('sentRequests', count)}</span>
      </div>
      <p class="small quiet-text">{betweenWords(moment(first), moment(last))}</p>
      <p class="small">{kindWords(kinds)}</p>
    </li>
  );
}

function betweenWords(first: string, last: string): string {
  return first === last ? first : say('sentBetween', first, last);
}
