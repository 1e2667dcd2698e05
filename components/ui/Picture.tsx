import { useState } from 'preact/hooks';
import { cleanName } from '../../utils/handout/clean-name';
import { initialOf } from '../../utils/handout/initial-of';

interface PictureProps {
  /** `data:image/…;base64,…`; anything else is not drawn. */
  readonly src?: string | undefined;
  /** Whose picture it is, as far as that is known. */
  readonly name?: string | undefined;
  /** `small` stands in a row of a list. */
  readonly size?: 'small' | 'large';
}

const drawable = /^data:image\/(?:jpeg|png|webp|gif);base64,/;

/** A group's picture; without one, the first letter of its name on a tint of its own. The name stands beside it, so it says nothing. */
export function Picture({ src, name, size = 'large' }: PictureProps) {
  const [broken, setBroken] = useState<string>();
  const look = `picture ${size}`;
  if (src === undefined || src === broken || !drawable.test(src))
    return <Sign look={look} name={cleanName(name ?? '')} />;
  return <img class={look} src={src} alt="" width="48" height="48" onError={() => setBroken(src)} />;
}

function Sign({ look, name }: { readonly look: string; readonly name: string }) {
  const initial = initialOf(name);
  if (initial === undefined) return <Nobody look={look} />;
  return (
    <span class={`${look} initial`} style={{ '--hue': hueOf(name) }} aria-hidden="true">
      {initial}
    </span>
  );
}

/** Two heads, where not even the name is known. */
function Nobody({ look }: { readonly look: string }) {
  return (
    <svg class={look} viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <g fill="currentColor">
        <circle cx="19" cy="20" r="5.5" />
        <path d="M8.5 34a10.5 8 0 0 1 21 0z" />
        <circle cx="31.5" cy="21.5" r="4.5" opacity=".6" />
        <path d="M31.5 34h8.5a8.5 6.5 0 0 0-11.5-6 11 9 0 0 1 3 6z" opacity=".6" />
      </g>
    </svg>
  );
}

/** The same for the same name, wherever it stands. */
function hueOf(name: string): number {
  let sum = 0;
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 3_600;
  return sum / 10;
}
