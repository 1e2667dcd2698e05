import { say } from '../../utils/words';
import { TroubleNotice } from '../ui/Notice';
import { Switch } from '../ui/Switch';
import { useSites } from '../ui/use-sites';
import { MenuEntries } from './MenuEntries';
import { PublicPage } from './PublicPage';
import { SettingStatus } from './SettingStatus';
import type { SectionProps } from './section';
import { Title } from './Title';
import { SitesOff, WhichPages } from './WhichPages';

/** Where Latchkey looks by itself, and what it shows there. */
export function Pages({ settings, change }: SectionProps) {
  const { sites, now, saving, ...known } = useSites();
  // What stands below would move away from under the pointer.
  if (!sites && now.mood !== 'troubled') return <Coming />;
  return (
    <>
      <Title>{say('sectionPages')}</Title>
      <p class="quiet-text">{say('pagesWhat')}</p>
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      {sites && <WhichPages {...known} sites={sites} />}
      {sites && <SitesOff {...known} sites={sites} />}
      <section class="card stack">
        <h2>{say('toolbarButton')}</h2>
        <Switch
          label={say('badgeSwitch')}
          hint={say('badgeHint')}
          on={settings.badge}
          onSwitch={(badge) => change({ badge })}
        />
      </section>
      <MenuEntries off={settings.menuOff} onOff={(menuOff) => change({ menuOff })} />
      <PublicPage />
      <SettingStatus now={saving} />
    </>
  );
}

function Coming() {
  return (
    <>
      <Title>{say('sectionPages')}</Title>
      <p class="quiet-text">{say('pagesWhat')}</p>
      <div class="skeleton block" aria-hidden="true" />
    </>
  );
}
