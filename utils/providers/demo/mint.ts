import { isDemoCode } from '../../demo';
import { bareCode, type InviteCode } from '../../invite-link';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A code that nobody has had before. */
export function mintedCode(): InviteCode {
  const code = bareCode(`LatchkeyDemo${drawn(letters, 10)}`);
  if (!code || !isDemoCode(code)) throw new RangeError('Not one of the demo’s codes');
  return code;
}

/** An id as WhatsApp's are, in a range that nobody has. */
export function mintedId(): string {
  return `120363000${drawn('0123456789', 9)}@g.us`;
}

/** Signs by chance, each as likely as every other. */
function drawn(signs: string, length: number): string {
  const fair = 256 - (256 % signs.length);
  let text = '';
  while (text.length < length) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) text += signs.charAt(byte % signs.length);
  }
  return text;
}
