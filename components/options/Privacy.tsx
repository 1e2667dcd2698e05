import { say, type Word } from '../../utils/words';
import { Title } from './Title';

const parts: readonly (readonly [title: Word, points: readonly Word[]])[] = [
  ['privacyKept', ['privacyKeys', 'privacyGroups', 'privacyRecord', 'privacySettings']],
  ['privacySent', ['privacyGateway', 'privacyPages', 'privacyNobody']],
  ['privacyForget', ['privacyRemove', 'privacyUninstall']],
];

/** What is kept where, what leaves, and how to be rid of it. */
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
