import { painted } from '../ui/painted';

/** A button that is held for longer was let go where nobody heard of it. */
const longestMs = 3_000;

/**
 * When the first face, where there is one, has been seen, and nobody holds down anything of it: a click must not fall
 * between two buttons.
 */
export async function firstFaceAtRest(): Promise<void> {
  if (!document.querySelector('.first-face')) return;
  await painted();
  if (!document.querySelector('.first-face :active')) return;
  await new Promise<void>((go) => {
    // The click comes right after it.
    addEventListener('pointerup', () => setTimeout(go));
    setTimeout(go, longestMs);
  });
}

/**
 * Draws the popup in place of what stood there. What somebody has clicked in that is done by the true button, if the link
 * is still the same.
 */
export function takeOver(draw: () => void): void {
  const [link, nth] = [linkNow(), buttonsNow().findIndex((button) => button.matches('.clicked'))];
  document.body.replaceChildren();
  draw();
  const meant = link === linkNow() ? buttonsNow()[nth] : undefined;
  meant?.focus();
  meant?.click();
}

function buttonsNow(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.copy-row button')];
}

function linkNow(): string | undefined {
  return document.querySelector<HTMLElement>('.link')?.title;
}
