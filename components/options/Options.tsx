import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Settings } from '../../utils/model/settings';
import type { TroubleFacts } from '../../utils/trouble';
import { say } from '../../utils/words';
import { Announcer } from '../ui/Announcer';
import { dressTheme } from '../ui/dress-theme';
import { useHostAccess } from '../ui/host-access';
import { TroubleNotice } from '../ui/Notice';
import { type Mood, useAsking } from '../ui/use-ask';
import { useAsk } from '../ui/use-asked';
import { managedBy } from './managed/managed-by';
import { SettingStatus } from './SettingStatus';
import { sectionOf, sections } from './sections';
import { ThemeSwitch } from './ThemeSwitch';
import { useRoute } from './use-route';

/** The options page: the list of sections at the side, one section at a time beside it. */
export function Options() {
  const overview = useAsk('account.overview');
  const makes = useAsk('account.makes');
  const setting = useAsking('setting.change');
  const { section, rest } = useRoute();
  const { id, Face } = sectionOf(section);
  const main = useFocusOnMove(`${id}/${rest}`);

  const again = () => void overview.ask('anew');
  useHostAccess(again);
  const settings = setting.now.before ?? overview.now.before?.settings;
  const theme = settings?.theme;
  useEffect(() => theme && dressTheme(theme), [theme]);
  const change = (patch: Partial<Settings>) => void setting.ask(patch);

  const trouble = troubleOf(overview.now) ?? troubleOf(makes.now);
  const known = overview.now.before && makes.now.before && settings;
  managedBy(overview.now.before?.managed);
  return (
    <div class="options">
      <aside>
        <p class="brand">
          <img src="/icons/latchkey.svg" alt="" width="28" height="28" />
          Latchkey
        </p>
        <Sections current={id} />
        {theme && <ThemeSwitch theme={theme} onTheme={(wanted) => change({ theme: wanted })} />}
      </aside>
      <main ref={main}>
        {trouble && <TroubleNotice trouble={trouble} actions={<Retry />} />}
        {known ? (
          <Face
            key={`${id}/${rest}`}
            overview={overview.now.before}
            makes={makes.now.before}
            {...{ settings, change, again, rest }}
          />
        ) : (
          !trouble && <Skeleton />
        )}
      </main>
      <SettingStatus now={setting.now} />
      <Announcer />
    </div>
  );
}

function Sections({ current }: { readonly current: string }) {
  return (
    <nav aria-label={say('optionsTitle')}>
      {sections.map(({ id, word }) => (
        <a key={id} href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
          {say(word)}
        </a>
      ))}
    </nav>
  );
}

function Skeleton() {
  return (
    <div class="stack" aria-hidden="true">
      <div class="skeleton title" />
      <div class="skeleton block" />
      <div class="skeleton block" />
    </div>
  );
}

function Retry() {
  return (
    <button type="button" class="button" onClick={() => location.reload()}>
      {say('tryAgain')}
    </button>
  );
}

function troubleOf<T>(now: Mood<T>): TroubleFacts | undefined {
  return now.mood === 'troubled' ? now.trouble : undefined;
}

/** Takes the focus to the heading when the page moves on: what had it before is gone. */
function useFocusOnMove(where: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(where);
  useLayoutEffect(() => {
    if (before.current === where) return;
    before.current = where;
    scrollTo(0, 0);
    main.current?.querySelector('h1')?.focus();
  }, [where]);
  return main;
}
