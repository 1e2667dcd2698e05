import { copyLater, copyPng } from '../../utils/handout/clipboard';
import { fileName } from '../../utils/handout/file-name';
import { handoutWords } from '../../utils/handout/handout-words';
import { flavours, flavourTypes, type Invitation, type TextShape } from '../../utils/handout/shapes';
import { inviteUrl } from '../../utils/invite-link';
import type { Shape } from '../../utils/model/hand-out';
import { drawing } from './on-demand';

/**
 * Puts an invite on the clipboard, or saves it. Called in the click itself, with an invitation that may still be on its
 * way. Rejects with a Trouble: that of the invitation, `clipboard-refused` or `qr-unreadable`.
 */
export function handOut(shape: Shape, coming: Promise<Invitation>): Promise<void> {
  if (shape === 'png' || shape === 'svg') return saved(shape, coming);
  if (shape === 'qr')
    return copyPng(coming.then(async ({ code }) => (await drawing.read()).verifiedQr(inviteUrl(code), 'png')));
  return copyLater(coming.then(textIn(shape)), flavourTypes(shape));
}

/** What a shape puts down, as text that can be selected by hand; for pictures, the link. */
export function asText(shape: Shape, invitation: Invitation): string {
  const isPicture = shape === 'qr' || shape === 'png' || shape === 'svg';
  return textIn(isPicture ? 'link' : shape)(invitation).text;
}

function textIn(shape: TextShape) {
  return (invitation: Invitation) => flavours(shape, invitation, handoutWords());
}

async function saved(kind: 'png' | 'svg', coming: Promise<Invitation>): Promise<void> {
  const [{ code, group }, { verifiedQr }] = await Promise.all([coming, drawing.read()]);
  const address = URL.createObjectURL(await verifiedQr(inviteUrl(code), kind));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(group, kind);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
