import type { FirstFace } from '../../utils/first-face';
import { phrase } from '../../utils/words';
import { dressTheme } from '../ui/dress-theme';

/**
 * Fills in the panel that waits in the page, and puts it where the shell's is. Its boxes are those of `InvitePanel`, which
 * will stand in its place.
 */
export function drawFirstFace({ name, code, act, tag, theme }: FirstFace): void {
  const face = document.querySelector<HTMLTemplateElement>('#first-face')?.content;
  const [title, link, tagged] = [face?.querySelector('bdi'), face?.querySelector('a'), face?.querySelector('.tag')];
  if (!face || !title || !link || !tagged) return;
  dressTheme(theme);
  title.textContent = title.title = name;
  link.textContent += code;
  link.title = link.href += code;
  if (tag) tagged.textContent = phrase(tag);
  else tagged.remove();
  const [primary, more] = face.querySelectorAll('button');
  primary?.append(phrase(act));
  more?.prepend(phrase('copyAs'));
  face.firstElementChild?.addEventListener('click', clicked);
  document.querySelector('.panel')?.replaceWith(face);
}

/** Remembered, and done by the true button as soon as that is there. */
function clicked({ target }: Event): void {
  for (const button of document.querySelectorAll('button')) {
    button.classList.toggle('clicked', target instanceof Node && button.contains(target));
  }
}
