import { defineUnlistedScript } from '#imports';
import { drawFirstFace } from '../components/popup/first-face';
import { dressPage } from '../components/ui/dress-page';
import { askedFirst } from '../utils/bridge/first-asked';
import { firstFaceIn } from '../utils/first-face';

/**
 * The popup's first script: the store is asked while all the others are still being read, and what the popup is mostly
 * opened for is drawn. The shell stands in the page already, and is turned round before anybody sees it.
 */
export default defineUnlistedScript(() => {
  const first = askedFirst();
  globalThis.latchkeyFirst = first;
  // While the store is at it: the rest of the popup is asked for, and what the catalogue says takes its time too.
  document.head.append(document.querySelector<HTMLTemplateElement>('#rest')?.content ?? '');
  dressPage();
  void first.kept.then((kept) => {
    const face = firstFaceIn(kept, import.meta.env.LATCHKEY_VERSION);
    if (face) drawFirstFace(face);
  });
});
