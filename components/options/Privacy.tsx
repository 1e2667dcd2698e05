import { say, type Word } from '../../utils/words';
import { Title } from './Title';

const parts: readonly (readonly [title: Word, points: readonly Word[]])[] = [
  ['privacyRead', ['privacyReadWhere', 'privacyReadWhat', 'privacyReadPicture']],
  ['privacyKept', ['privacyKeys', 'privacyGroups', 'privacyRecord', 'privacySights', 'privacySettings']],
  ['privacySent', ['privacyGateway', 'privacyLook', 'privacyJoin', 'privacyPages', 'privacyNobody']],
  ['privacyForget', ['privacyRemove', 'privacyUninstall']],
];

/** What is read, what is kept where, what leaves, and how to be rid of it. */
export function Privacy() {
  return (
    <>
      <Title>{say('sectionPrivacy')}</Title>
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
    </>
  );
}
