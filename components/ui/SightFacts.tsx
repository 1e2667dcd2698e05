import type { ComponentChildren } from 'preact';
import { cleanText } from '../../utils/handout/clean-text';
import type { Sight } from '../../utils/model/sight';
import { meaningOf, moreWords, ownWords, seenWords } from '../../utils/sight-words';
import { sizeWords } from '../../utils/size-words';
import { say } from '../../utils/words';
import { Picture } from './Picture';
import { SafeText } from './SafeText';
import { Verdict } from './Verdict';

interface SightFactsProps {
  readonly sight: Sight;
  readonly now: number;
  /** What belongs to the facts but not in every face, such as the current link of a retired one. */
  readonly children?: ComponentChildren;
}

/** All that is known of what stands behind an invite: who, whether it works, what it means, who said so and when. */
export function SightFacts({ sight, now, children }: SightFactsProps) {
  const { own } = sight;
  const description = cleanText(sight.description ?? '');
  return (
    <div class="sight">
      <SightHead sight={sight} />
      {description && (
        <bdi class="description small quiet-text" dir="auto" title={description}>
          {description}
        </bdi>
      )}
      <Meaning sight={sight} />
      {own && <p class="own small">{ownWords(own, now)}</p>}
      {children}
      {sight.sources.length > 0 && <p class="small quiet-text">{seenWords(sight, now)}</p>}
    </div>
  );
}

/** Picture, name, verdict, and the numbers. */
export function SightHead({ sight }: { readonly sight: Sight }) {
  const { name, verdict, size } = sight;
  const more = moreWords(sight);
  return (
    <div class="sight-head">
      <Picture src={sight.picture} name={sight.own?.inside?.name ?? name} />
      <div class="sight-lines">
        <h2>
          <SafeText
            text={sight.own?.inside?.name ?? name ?? ''}
            instead={say(name === undefined ? 'nameUnknown' : 'menuUnnamed')}
          />
        </h2>
        <p class="small facts">
          <Verdict kind={verdict} />
          {size && <span class="quiet-text">{sizeWords(size)}</span>}
        </p>
        {more && (
          <bdi class="small quiet-text one-line" dir="auto">
            {more}
          </bdi>
        )}
      </div>
    </div>
  );
}

function Meaning({ sight }: { readonly sight: Sight }) {
  // "Live", said by a gateway, says it all.
  if (sight.verdict === 'live' && sight.sources.includes('gateway')) return null;
  return <p class="small">{meaningOf(sight)}</p>;
}
