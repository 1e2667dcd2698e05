import { say } from '../../utils/words';
import { TroubleNotice } from '../ui/Notice';
import { Switch } from '../ui/Switch';
import { useSites } from '../ui/use-sites';
import { MenuEntries } from './MenuEntries';
import { Lockable } from './managed/Lockable';
import { PublicPage } from './PublicPage';
import { SettingStatus } from './SettingStatus';
import type { SectionProps } from './section';
import { Title } from './Title';
import { SitesOff, WhichPages } from './WhichPages';

/** Where Latchkey looks by itself, and what it shows there. */
export function Pages({ settings, change }: SectionProps) {
  const lookedUp = useSites();
  const { sites, now } = lookedUp;
  return (
    <>
      <Title>{say('sectionPages')}</Title>
      <p class="quiet-text">{say('pagesWhat')}</p>
      {/* What stands below would move away from under the pointer. */}
      {!sites && now.mood !== 'troubled' ? (
        <div class="skeleton block" aria-hidden="true" />
      ) : (
        <WhereAndWhat lookedUp={lookedUp} settings={settings} change={change} />
      )}
    </>
  );
}

interface WhereAndWhatProps extends Pick<SectionProps, 'settings' | 'change'> {
  readonly lookedUp: ReturnType<typeof useSites>;
}

function WhereAndWhat({ settings, change, lookedUp }: WhereAndWhatProps) {
  const { sites, now, saving, ...known } = lookedUp;
  return (
    <>
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      {sites && (
        <Lockable by={['pagesEverywhere', 'pagesOn']}>
          <WhichPages {...known} sites={sites} />
        </Lockable>
      )}
      {sites && <SitesOff {...known} sites={sites} />}
      <section class="card stack">
        <h2>{say('toolbarButton')}</h2>
        <Lockable by="pageBadge">
          <Switch
            label={say('badgeSwitch')}
            hint={say('badgeHint')}
            on={settings.badge}
            onSwitch={(badge) => change({ badge })}
          />
        </Lockable>
      </section>
      <Lockable by="menuOff">
        <MenuEntries off={settings.menuOff} onOff={(menuOff) => change({ menuOff })} />
      </Lockable>
      <PublicPage />
      <SettingStatus now={saving} />
    </>
  );
}
