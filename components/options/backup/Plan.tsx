import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BackupHead } from '../../../utils/keeping/backup-file';
import type { SettingChange, Tally } from '../../../utils/keeping/model';
import { day } from '../../../utils/times';
import type { TroubleFacts } from '../../../utils/trouble';
import { troubleWords } from '../../../utils/wording';
import { say, sayCount } from '../../../utils/words';
import { Field } from '../../ui/Field';
import { Notice, TroubleNotice } from '../../ui/Notice';
import { SafeText } from '../../ui/SafeText';
import { Unlock } from '../../ui/Unlock';
import type { Weighed } from './bringing';
import { partWords, tallyWords } from './part-words';
import type { Opened } from './reading-worker';
import { settingWord, valueWords } from './setting-words';

interface PlanProps {
  readonly file: Opened;
  readonly weighed: Weighed;
  readonly trouble?: TroubleFacts;
  readonly locked: boolean;
  readonly onYes: (passphrase: string) => void;
  readonly onNo: () => void;
  readonly onUnlocked: () => void;
}

/** What bringing a backup in would change, before anything is changed. */
export function Plan({ file, weighed, trouble, locked, onYes, onNo, onUnlocked }: PlanProps) {
  const { plan, codes } = weighed;
  const [passphrase, setPassphrase] = useState('');
  const panel = useFocus();
  const isWrong = trouble?.kind === 'wrong-file-passphrase';
  const others = file.counts.sizes + file.counts.activity + file.counts.seen;
  return (
    <form
      ref={panel}
      class="stack backup-plan"
      aria-label={say('backupPlan')}
      tabIndex={-1}
      onSubmit={(event) => {
        event.preventDefault();
        onYes(passphrase);
      }}
    >
      <div>
        <h3>{say('backupPlan')}</h3>
        <p class="quiet-text small">
          {savedWords(file.head)} {say('backupMeans')}
        </p>
      </div>
      <Rows weighed={weighed} others={others} />
      {plan.settings.length > 0 && <Changes changes={plan.settings} />}
      {codes.refused > 0 && <Notice tone="heed">{sayCount('recordRefused', codes.refused)}</Notice>}
      {(plan.rhythms > 0 || plan.watching) && (
        <Notice tone="heed" title={say('backupTwice')}>
          {say('backupTwiceNext')}
        </Notice>
      )}
      {plan.keys && locked && <Unlock onUnlocked={onUnlocked} />}
      {plan.keys && !locked && (
        <Field
          label={say('backupKeysPassphrase')}
          kind="secret"
          hint={say('backupKeysHint')}
          value={passphrase}
          onValue={setPassphrase}
          error={isWrong ? wrongWords(trouble) : undefined}
          input={{ maxLength: 1_000 }}
        />
      )}
      {trouble && !isWrong && <TroubleNotice trouble={trouble} />}
      <div class="row buttons">
        <button type="submit" class="button primary">
          {say('backupYes')}
        </button>
        <button type="button" class="button" onClick={onNo}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}

function Rows({ weighed: { plan, codes }, others }: { readonly weighed: Weighed; readonly others: number }) {
  const tallies = plan.tallies.filter(
    ({ fresh, changed, same, refused }) => fresh.length + changed.length + same + refused,
  );
  const parts = [
    ...(codes.added > 0 ? [sayCount('backupToAdd', codes.added)] : []),
    ...(codes.known > 0 ? [sayCount('backupSame', codes.known)] : []),
  ];
  return (
    <dl class="backup-tallies">
      {tallies.map((tally) => (
        <TallyRow key={tally.part} tally={tally} />
      ))}
      {parts.length > 0 && <Row name={say('backupCodes')}>{parts.join(' · ')}</Row>}
      {others > 0 && <Row name={say('backupOthers')}>{sayCount('backupLines', others)}</Row>}
    </dl>
  );
}

function TallyRow({ tally }: { readonly tally: Tally }) {
  const names = [...tally.fresh, ...tally.changed];
  return (
    <Row name={partWords(tally.part)}>
      {tallyWords(tally)}
      {tally.part !== 'used' && tally.part !== 'primaries' && names.length > 0 && (
        <small class="quiet-text">
          {names.slice(0, mostNames).map((name, nth) => (
            <span key={`${nth} ${name}`}>
              {nth > 0 && ', '}
              <SafeText text={name} instead={say('menuUnnamed')} />
            </span>
          ))}
          {names.length > mostNames && ` ${say('backupMore', names.length - mostNames)}`}
        </small>
      )}
    </Row>
  );
}

const mostNames = 8;

function Row({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Settings that would be others than they are: from what, to what. */
export function Changes({ changes }: { readonly changes: readonly SettingChange[] }) {
  return (
    <table class="backup-changes">
      <caption>{sayCount('backupSettings', changes.length)}</caption>
      <colgroup>
        <col />
        <col class="now" />
        <col />
      </colgroup>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{say('backupSetting')}</th>
          <th scope="col">{say('backupFrom')}</th>
          <th scope="col">{say('backupTo')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ name, from, to }) => (
          <tr key={name}>
            <th scope="row">{settingWord(name)}</th>
            <td>{valueWords(name, from)}</td>
            <td>
              <span class="arrow" aria-hidden="true" />
              {valueWords(name, to)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function wrongWords(trouble: TroubleFacts): string {
  const { what, next } = troubleWords(trouble);
  return `${what} ${next}`;
}

function savedWords({ savedAt, savedBy }: BackupHead): string {
  if (savedAt === undefined) return '';
  return savedBy === '' ? say('recordSavedOn', day(savedAt)) : say('backupSavedBy', day(savedAt), savedBy);
}

function useFocus() {
  const panel = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const wrong = panel.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    (wrong ?? panel.current)?.focus();
  }, []);
  return panel;
}
