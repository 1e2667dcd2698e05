import { glance } from './glance';
import { inIdleTime } from './idle';
import { isElement, type Part } from './node';
import { openRoots } from './open-roots';
import { watchPage } from './watch-page';

interface Spotting {
  goesOn(): boolean;
  /** Tells that there may be an invite; false where nobody hears it. */
  noticed(): Promise<boolean>;
}

const few = 200;
const leastArea = 2_000;

/** Looks at the page once, when the browser is idle, and from then on at what is added, until there may be an invite. */
export function spot({ goesOn, noticed }: Spotting, signal: AbortSignal): void {
  let isNamed = false;
  let told = false;

  function look(part: Part | Text, closely: boolean): void {
    if (told) return;
    const seen = glance(part, closely);
    isNamed ||= seen !== 'nothing';
    if (seen !== 'invite') return;
    told = true;
    // Where nobody has heard of it the next one is told of again.
    void noticed().then((heard) => {
      told = heard;
    });
  }

  whenShown(() =>
    inIdleTime(() => {
      const watch = watchPage({ goesOn, changed }, signal);
      const lookInto = openRoots((root) => {
        look(root, isNamed);
        watch(root);
      }, signal);
      function changed(node: Element | Text): void {
        look(node, isNamed);
        if (isElement(node)) lookInto(node);
      }
      look(document, isSmall());
      lookInto(document.body ?? document.documentElement);
      return 'done';
    }, signal),
  );
}

/** On a page with few elements a close look costs next to nothing. */
function isSmall(): boolean {
  return document.getElementsByTagName('*').item(few) === null;
}

/** Not yet in a page that is only prepared, nor in a frame that is too small for anybody to read in. */
function whenShown(begin: () => void): void {
  if (Reflect.get(document, 'prerendering')) document.addEventListener('prerenderingchange', begin, { once: true });
  else if (self !== top && innerWidth * innerHeight < leastArea) addEventListener('resize', begin, { once: true });
  else begin();
}
