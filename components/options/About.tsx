import { browser } from '../../utils/browser';
import { say } from '../../utils/words';
import { Title } from './Title';

/** What is built in, and under which licence. */
const builtIn = [
  ['Preact', 'MIT', 'https://preactjs.com'],
  ['idb', 'ISC', 'https://github.com/jakearchibald/idb'],
  ['Valibot', 'MIT', 'https://valibot.dev'],
  ['qrcode', 'MIT', 'https://github.com/soldair/node-qrcode'],
  ['qr', 'MIT', 'https://github.com/paulmillr/qr'],
] as const;

export function About() {
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
          <a href="/welcome.html">{say('aboutWelcome')}</a>
        </p>
      </section>
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
