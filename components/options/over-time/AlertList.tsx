import { alertWords } from '../../../utils/over-time/alert-words';
import type { Alert, AlertKind, CareView, OverTime } from '../../../utils/over-time/model';
import { say, sayCount } from '../../../utils/words';
import { CopyNotice } from '../../ui/CopyNotice';
import { RestingButton } from '../../ui/RestingButton';
import { fromNow, momentIn } from '../../ui/zone-times';
import type { OverTimeNow } from './use-over-time';

interface AlertListProps {
  readonly overTime: OverTimeNow;
  readonly view: OverTime;
  readonly alerts: readonly Alert[];
}

/** What somebody should look at, newest first, each with its one action and a way to let it go. */
export function AlertList({ overTime, view, alerts }: AlertListProps) {
  return (
    <ul class="over-time-rows alerts">
      {alerts.map((alert) => (
        <AlertRow key={alert.id} {...{ overTime, view, alert }} />
      ))}
    </ul>
  );
}

/** Alerts that stand by themselves, newest first: what waits for an answer is shown with its question. */
export function alertsToShow({ alerts, diary }: OverTime): readonly Alert[] {
  const held = new Set(diary.filter(({ hold }) => hold).map(({ id }) => id));
  return alerts
    .filter(({ dismissed, entry }) => !dismissed && !(entry !== undefined && held.has(entry)))
    .toSorted((one, other) => other.at - one.at);
}

function AlertRow({ overTime, view, alert }: Omit<AlertListProps, 'alerts'> & { readonly alert: Alert }) {
  const { title, text } = alertWords(alert, view.zone);
  const { at, times } = alert;
  const isBusy = overTime.busy !== undefined;
  return (
    <li>
      <div class="over-time-words">
        <p class="over-time-what">
          <Sign kind={alert.kind} />
          <b>{title}</b>
        </p>
        <p>{text}</p>
        <p class="small quiet-text">
          <time dateTime={new Date(at).toISOString()} title={momentIn(at, view.zone)}>
            {fromNow(at, view.now)}
          </time>
          {times > 1 && ` · ${sayCount('alertTimes', times)}`}
        </p>
      </div>
      <div class="row buttons">
        <AlertAction {...{ overTime, view, alert }} />
        <button type="button" class="button quiet" disabled={isBusy} onClick={() => overTime.dismiss(alert.id)}>
          {say('alertDismiss')}
          <span class="visually-hidden"> {title}</span>
        </button>
      </div>
    </li>
  );
}

const good: ReadonlySet<AlertKind> = new Set<AlertKind>(['rotated', 'queue-done', 'campaign-over']);

/** Whether it is good news, as a shape. */
function Sign({ kind }: { readonly kind: AlertKind }) {
  const isGood = good.has(kind);
  return (
    <svg class={isGood ? 'good' : 'heed'} viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
      {isGood ? <circle cx="5" cy="5" r="4" fill="currentColor" /> : <path d="M5 .5 9.8 9.5H.2z" fill="currentColor" />}
    </svg>
  );
}

type Way =
  | 'notice'
  | 'codes'
  | 'check'
  | 'accounts'
  | 'group'
  | 'keys'
  | 'campaigns'
  | 'cells'
  | 'queue'
  | 'due'
  | 'about';

const ways: Readonly<Record<AlertKind, Way>> = {
  'changed-elsewhere': 'notice',
  rotated: 'notice',
  'not-admin': 'check',
  gone: 'codes',
  'session-down': 'accounts',
  'check-failed': 'check',
  overdue: 'due',
  printed: 'due',
  changed: 'due',
  'not-rotated': 'codes',
  paused: 'due',
  locked: 'keys',
  filling: 'group',
  full: 'group',
  'last-cell': 'cells',
  'no-cell': 'cells',
  'campaign-over': 'campaigns',
  'queue-stopped': 'queue',
  'queue-done': 'queue',
  'policy-unread': 'about',
};

function AlertAction({ overTime, view, alert }: Omit<AlertListProps, 'alerts'> & { readonly alert: Alert }) {
  const way = ways[alert.kind];
  const { group, account = accountOf(view.cares, group) } = alert;
  if (way === 'notice' && group && account) return <CopyNotice {...{ account, group, name: alert.name }} />;
  if (way === 'check') {
    const asked = group ? { group } : account ? { account } : {};
    return (
      <RestingButton resting={overTime.busy !== undefined} onClick={() => overTime.check(asked)}>
        {say('checkNow')}
      </RestingButton>
    );
  }
  const rest = encodeURIComponent(alert.campaign ?? alert.group ?? '');
  if (way === 'codes' || way === 'notice') return <Link to={`record/${rest}`} words={say('alertCodes')} />;
  if (way === 'accounts')
    return <Link to={account ? `accounts/${account}` : 'accounts'} words={say('alertAccounts')} />;
  if (way === 'group') return <Link to={`over-time/${rest}`} words={say('alertGroup')} />;
  if (way === 'keys') return <Link to="keys" words={say('unlockKeys')} />;
  if (way === 'campaigns') return <Link to={`campaigns/${rest}/report`} words={say('alertCampaign')} />;
  if (way === 'cells') return <Link to="cells" words={say('alertChain')} />;
  if (way === 'about') return <Link to="about" words={say('alertPolicy')} />;
  if (way === 'queue') return <Link to="joining" words={say('alertQueue')} />;
  return null;
}

function accountOf(cares: readonly CareView[], group: string | undefined): string | undefined {
  return cares.find((care) => care.group === group)?.account;
}

function Link({ to, words }: { readonly to: string; readonly words: string }) {
  return (
    <a class="button" href={`#${to}`}>
      {words}
    </a>
  );
}
