import type { Sight } from '../../utils/model';
import { say } from '../../utils/words';
import { SafeText } from '../ui/SafeText';
import { seenWords } from '../ui/SightFacts';
import { kindWords, meaningOf, ownWords } from '../ui/sight-words';
import { sizeWords } from '../ui/size-words';
import { day } from '../ui/times';
import { Verdict } from '../ui/Verdict';
import { Description } from './Description';
import { GroupPicture } from './GroupPicture';

/** An id within the card's own root. */
export const meaningId = 'meaning';

/** All that is known of what stands behind the invite, and since when. */
export function CardSight({ sight }: { readonly sight: Sight }) {
  const now = Date.now();
  return (
    <div class="sight">
      <Head sight={sight} />
      <p id={meaningId}>{meaningOf(sight)}</p>
      {sight.description && <Description text={sight.description} />}
      {sight.own && <p class="own">{ownWords(sight.own, now)}</p>}
      {sight.sources.length > 0 && <p class="quiet">{seenWords(sight, now)}</p>}
    </div>
  );
}

function Head({ sight }: { readonly sight: Sight }) {
  const { name, verdict, size, picture } = sight;
  return (
    <div class="head">
      {name !== undefined && <GroupPicture picture={picture} name={name} />}
      <div class="lines">
        {name !== undefined && (
          <h2>
            <SafeText text={name} instead={say('menuUnnamed')} />
          </h2>
        )}
        <p class="facts">
          <Verdict kind={verdict} />
          {size && <span class="quiet">{sizeWords(size)}</span>}
        </p>
        <MoreFacts sight={sight} />
      </div>
    </div>
  );
}

function MoreFacts({ sight: { kind, parent, createdAt } }: { readonly sight: Sight }) {
  const community = { ...(kind && { kind }), ...(parent && { parent }) };
  const facts = [kindWords(community), createdAt !== undefined && say('createdOn', day(createdAt))].filter(Boolean);
  return facts.length === 0 ? null : (
    <bdi class="quiet more" dir="auto">
      {facts.join(' · ')}
    </bdi>
  );
}

/** Stands where the facts will be, once waiting has become noticeable. */
export function SightToCome() {
  return (
    <div class="head to-come" aria-hidden="true">
      <span class="picture" />
      <div class="lines">
        <span class="bar" />
        <span class="bar short" />
      </div>
    </div>
  );
}
