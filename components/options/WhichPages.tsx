import { useState } from 'preact/hooks';
import type { Sites } from '../../utils/model/page';
import { say } from '../../utils/words';
import { Notice } from '../ui/Notice';
import { askPages, everyPage, giveBackPages, pagesOf } from '../ui/site-access';
import type { SitesKnown } from '../ui/use-sites';
import { Choice } from './Choice';
import { sitesOffForAll } from './managed/managed-by';
import { SiteList, without } from './SiteList';

type Which = 'everywhere' | 'chosen' | 'nowhere';

type WhichProps = Pick<SitesKnown, 'change' | 'mayAll'> & { readonly sites: Sites };

/** All pages, some sites, or none. The browser asks in the click. */
export function WhichPages({ sites, change, mayAll }: WhichProps) {
  const [refused, setRefused] = useState(false);
  // Sites are chosen one by one, so the choice stands before the first of them.
  const [choosing, setChoosing] = useState(false);
  const everywhere = async () => {
    const granted = await askPages(everyPage);
    setRefused(!granted);
    if (granted) await change(() => ({ everywhere: true }));
  };
  const choose = (which: Which) => {
    if (which === 'everywhere') return void everywhere();
    setRefused(false);
    setChoosing(which === 'chosen');
    void change(() => ({ everywhere: false, ...(which === 'nowhere' && { on: [] }) }));
  };
  const which = whichOf(sites, choosing);
  return (
    <>
      <section class="card stack">
        <Choice legend={say('pagesWhich')} look="list" options={options()} chosen={which} onChoose={choose} />
        {refused && (
          <Notice tone="heed" title={say('pagesRefused')}>
            {say('pagesRefusedNext')}
          </Notice>
        )}
        {sites.everywhere && !mayAll && !refused && <TakenBack onAllow={everywhere} />}
        {!sites.everywhere && mayAll && <StillGiven />}
      </section>
      {which === 'chosen' && <SitesOn {...{ sites, change }} />}
    </>
  );
}

function options(): { id: Which; label: string; hint: string }[] {
  return [
    { id: 'everywhere', label: say('pagesEverywhere'), hint: say('pagesEverywhereHint') },
    { id: 'chosen', label: say('pagesChosen'), hint: say('pagesChosenHint') },
    { id: 'nowhere', label: say('pagesNowhere'), hint: say('pagesNowhereHint') },
  ];
}

function whichOf({ everywhere, on }: Sites, choosing: boolean): Which {
  if (everywhere) return 'everywhere';
  return choosing || on.length > 0 ? 'chosen' : 'nowhere';
}

function SitesOn({ sites, change }: Omit<WhichProps, 'mayAll'>) {
  const add = (host: string) =>
    change(({ on, off }) => ({ on: [...without(on, host), host], off: without(off, host) }));
  return (
    <SiteList
      title={say('sitesOn')}
      addLabel={say('siteAddOn')}
      empty={say('sitesOnEmpty')}
      hosts={sites.on}
      allow={(host) => askPages(pagesOf(host))}
      onAdd={add}
      onRemove={(host) => change(({ on }) => ({ on: without(on, host) }))}
    />
  );
}

/** Sites where Latchkey never looks, whatever else is said. */
export function SitesOff({ sites, change }: Omit<WhichProps, 'mayAll'>) {
  const add = (host: string) =>
    change(({ on, off }) => ({ on: without(on, host), off: [...without(off, host), host] }));
  return (
    <SiteList
      title={say('sitesOff')}
      addLabel={say('siteAddOff')}
      empty={say('sitesOffEmpty')}
      hosts={sites.off}
      set={sitesOffForAll()}
      onAdd={add}
      onRemove={(host) => change(({ off }) => ({ off: without(off, host) }))}
    />
  );
}

/** The access to all pages was taken back in the browser's own settings. */
function TakenBack({ onAllow }: { readonly onAllow: () => void }) {
  const button = (
    <button type="button" class="button" onClick={onAllow}>
      {say('pagesAllow')}
    </button>
  );
  return (
    <Notice tone="heed" title={say('pagesTakenBack')} actions={button}>
      {say('pagesTakenBackNext')}
    </Notice>
  );
}

function StillGiven() {
  const button = (
    <button type="button" class="button" onClick={() => giveBackPages(everyPage)}>
      {say('pagesGiveBack')}
    </button>
  );
  return (
    <Notice tone="info" actions={button}>
      {say('pagesStillGiven')}
    </Notice>
  );
}
