import type { ComponentChildren } from 'preact';
import { isDemoCode } from '../../utils/demo';
import { cleanText } from '../../utils/handout/clean-name';
import type { Sight, Source } from '../../utils/model';
import { say, type Word } from '../../utils/words';
import { Picture } from './Picture';
import { SafeText } from './SafeText';
import { kindWords, meaningOf, ownWords } from './sight-words';
import { sizeWords } from './size-words';
import { ago, day } from './times';
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
      <p class="small quiet-text">{seenWords(sight, now)}</p>
    </div>
  );
}

/** Picture, name, verdict, and the numbers. */
export function SightHead({ sight }: { readonly sight: Sight }) {
  const { name, verdict, size, createdAt } = sight;
  const more = [kindWords(sight), createdAt !== undefined && say('createdOn', day(createdAt))].filter(Boolean);
  return (
    <div class="sight-head">
      <Picture src={sight.picture} />
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
        {more.length > 0 && (
          <bdi class="small quiet-text one-line" dir="auto">
            {more.join(' · ')}
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

/** "Seen 2 min. ago through your account". */
export function seenWords(sight: Pick<Sight, 'code' | 'seenAt' | 'sources'>, now: number): string {
  const { code, seenAt, sources } = sight;
  const word = sources.length > 0 && isDemoCode(code) ? 'seenInDemo' : sourceWord(sources);
  return [say('seenWhen', ago(seenAt, now)), word && say(word)].filter(Boolean).join(' ');
}

function sourceWord(sources: readonly Source[]): Word | undefined {
  if (sources.length > 1) return 'seenThroughBoth';
  const words = { gateway: 'seenThroughAccount', page: 'seenOnPage' } as const;
  return sources[0] && words[sources[0]];
}
