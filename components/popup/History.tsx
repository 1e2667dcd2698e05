import { cleanText } from '../../utils/handout/clean-text';
import type { CodeLife } from '../../utils/model/record';
import { day, moment } from '../../utils/times';
import { say, sayCount } from '../../utils/words';
import { TroubleNotice } from '../ui/Notice';
import { RestingButton } from '../ui/RestingButton';
import { shortCode } from '../ui/short-code';
import { betweenWords } from '../ui/zone-times';
import type { Choice } from './choice';
import { openOptionsAt } from './options-page';
import { useHistory } from './use-history';

/** Every code the group has had, newest first. */
export function History({ group }: Choice) {
  const { lives, broken, more, waiting, trouble } = useHistory(group.id);
  if (!lives) return trouble ? <TroubleNotice trouble={trouble} /> : <div class="skeleton line" />;
  return (
    <div class="history small">
      {lives.length === 0 && <p class="quiet-text">{say('historyEmpty')}</p>}
      <ol>
        {lives.map((life) => (
          <Life key={life.seq} life={life} />
        ))}
      </ol>
      {broken > 0 && <p>{sayCount('historyBroken', broken)}</p>}
      {trouble && <TroubleNotice trouble={trouble} />}
      {more && (
        <RestingButton resting={waiting} onClick={more}>
          {say('historyMore')}
        </RestingButton>
      )}
      <p class="history-ways">
        <Way section={`record/${encodeURIComponent(group.id)}`} words={say('historyAllCodes')} />
        <Way section={`hand-outs/${encodeURIComponent(group.id)}`} words={say('historyHandOuts')} />
      </p>
    </div>
  );
}

function Life({ life }: { readonly life: CodeLife }) {
  const { code, ended } = life;
  return (
    <li>
      <span>{say(ended ? endWord(ended) : 'historyCurrent')}</span>
      {ended && (
        <time class="quiet-text" dateTime={new Date(ended.at).toISOString()}>
          {moment(ended.at)}
        </time>
      )}
      <code dir="ltr" title={code}>
        {shortCode(code)}
      </code>
      <span class="more quiet-text">{facts(life).join(' · ')}</span>
      {ended?.reason && <bdi class="more quiet-text">{cleanText(ended.reason)}</bdi>}
    </li>
  );
}

function endWord({ event }: NonNullable<CodeLife['ended']>) {
  return event === 'retired' ? 'historyRetired' : 'historyChangedElsewhere';
}

function facts({ firstSeen, lastSeen, how, attempts, ended }: CodeLife): readonly string[] {
  const isGone = ended?.event === 'changed-elsewhere';
  return [
    say('historySince', day(firstSeen)),
    isGone ? betweenWords({ from: lastSeen, to: ended.at }, Date.now()) : say('historyLastSeen', day(lastSeen)),
    ...(how === 'late' ? [say('historyLate')] : []),
    ...(how === 'imported' ? [say('historyImported')] : []),
    ...(attempts > 0 ? [sayCount('historyAttempts', attempts)] : []),
  ];
}

function Way({ section, words }: { readonly section: string; readonly words: string }) {
  const go = (event: Event) => {
    event.preventDefault();
    openOptionsAt(section);
  };
  return (
    <a class="lone-link" href={`/options.html#${section}`} onClick={go}>
      {words}
    </a>
  );
}
