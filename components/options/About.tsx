import { browser } from '../../utils/browser';
import { say } from '../../utils/words';
import { releases } from '../ui/releases';
import { ManagedNow } from './managed/ManagedNow';
import type { SectionProps } from './section';
import { Title } from './Title';

/** What is built in, and under which licence. */
const builtIn = [
  ['Preact', 'MIT', 'https://preactjs.com'],
  ['idb', 'ISC', 'https://github.com/jakearchibald/idb'],
  ['Valibot', 'MIT', 'https://valibot.dev'],
  ['qr', 'MIT', 'https://github.com/paulmillr/qr'],
] as const;

/** What this is, what is new in it, and what it is built with. `about/new` comes from the popup. */
export function About({ overview }: SectionProps) {
  const { version } = browser.runtime.getManifest();
  return (
    <>
      <Title>{say('sectionAbout')}</Title>
      <section class="card stack prose">
        <p>
          <b>Latchkey</b> {version}
        </p>
        <p>{say('description')}</p>
        <p>{say('aboutNotWhatsApp')}</p>
        <p>{say('aboutLicence')}</p>
        <p>
          <a class="lone-link" href="/welcome.html">
            {say('aboutWelcome')}
          </a>
        </p>
      </section>
      {overview.managed && <ManagedNow managed={overview.managed} />}
      <WhatsNew />
      <section class="card stack prose">
        <h2>{say('aboutBuiltIn')}</h2>
        <ul>
          {builtIn.map(([name, licence, page]) => (
            <li key={name}>
              <a href={page} target="_blank" rel="noreferrer">
                {name}
              </a>{' '}
              · {licence}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function WhatsNew() {
  return (
    <section class="card stack prose">
      <h2>{say('whatsNew')}</h2>
      {releases.map(({ id, points }) => (
        <div key={id} class="stack">
          <h3>{say('newIn', id)}</h3>
          <ul>
            {points.map((point) => (
              <li key={point}>{say(point)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
