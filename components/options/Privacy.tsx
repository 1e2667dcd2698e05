import { say, type Word } from '../../utils/words';
import { BringIn } from './backup/BringIn';
import { DebugInfo } from './backup/DebugInfo';
import { Follow } from './backup/Follow';
import { ForgetAll } from './backup/ForgetAll';
import { SaveBackup } from './backup/SaveBackup';
import { SentList } from './backup/SentList';
import type { SectionProps } from './section';
import { Title } from './Title';

const parts: readonly (readonly [title: Word, points: readonly Word[]])[] = [
  ['privacyRead', ['privacyReadWhere', 'privacyReadWhat', 'privacyReadPicture']],
  ['privacyKept', ['privacyKeys', 'privacyGroups', 'privacyRecord', 'privacySights', 'privacySettings']],
  ['privacySent', ['privacyGateway', 'privacyLook', 'privacyJoin', 'privacyPages', 'privacyNobody']],
  ['privacyForget', ['privacyRemove', 'privacyUninstall']],
];

/** What is yours to take along, to look up and to let go; and in words what is read, kept and sent. */
export function Privacy({ overview: { accounts, vault }, again }: SectionProps) {
  return (
    <>
      <Title>{say('sectionPrivacy')}</Title>
      <section class="card stack" aria-labelledby="backup-save">
        <h2 id="backup-save">{say('backupTitle')}</h2>
        <p>{say('backupWhat')}</p>
        <SaveBackup vault={vault} again={again} />
      </section>
      <section class="card stack" aria-labelledby="backup-bring">
        <h2 id="backup-bring">{say('backupBringTitle')}</h2>
        <p>{say('backupBringWhat')}</p>
        <BringIn accounts={accounts} locked={vault.locked} again={again} />
      </section>
      <Follow again={again} />
      <SentList />
      {parts.map(([title, points]) => (
        <section key={title} class="card stack prose">
          <h2>{say(title)}</h2>
          <ul>
            {points.map((point) => (
              <li key={point}>{say(point)}</li>
            ))}
          </ul>
        </section>
      ))}
      <DebugInfo />
      <ForgetAll />
    </>
  );
}
