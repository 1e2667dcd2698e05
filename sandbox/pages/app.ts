import { dressed, groupsHere, type TestPage, type Visit } from './test-page.ts';

/** A single-page app: its routes swap the content and change the address, and nothing is ever loaded again. */
export function app({ world, rest }: Visit): TestPage {
  const codes = groupsHere(world).map(({ code }) => code);
  const routes: Record<string, readonly string[]> = {
    '': [],
    groups: codes.slice(0, 20),
    thread: codes.slice(25, 27),
    about: [],
  };
  const links = Object.keys(routes).map(
    (route) => `<a href="/_sandbox/pages/app${route && `/${route}`}" data-route="${route}">${route || 'home'}</a>`,
  );
  const body = `<nav>${links.join(' · ')}</nav>
<main id="view"></main>
<script>
const routes = ${JSON.stringify(routes)};
${script}
</script>`;
  return { html: dressed(body, { title: 'Club' }), codes: routes[rest] ?? [] };
}

const script = `
function show(route) {
  const view = document.createElement('main');
  view.id = 'view';
  const heading = document.createElement('h1');
  heading.textContent = route || 'home';
  view.append(heading, ...routes[route].map(row));
  if (routes[route].length === 0) view.append('Nothing to join here. Nada aqui. لا شيء هنا.');
  document.getElementById('view').replaceWith(view);
}
function row(code, nth) {
  const line = document.createElement('p');
  const address = 'https://chat.whatsapp.com/' + code;
  if (nth % 2) line.textContent = 'Group ' + nth + ': ' + address;
  else line.innerHTML = '<a href="' + address + '">Group ' + nth + '</a>';
  return line;
}
const here = () => location.pathname.split('/app')[1].slice(1);
document.querySelector('nav').addEventListener('click', (event) => {
  const anchor = event.target.closest('a');
  if (!anchor) return;
  event.preventDefault();
  history.pushState(null, '', anchor.href);
  show(anchor.dataset.route);
});
addEventListener('popstate', () => show(here()));
show(here());
`;
