export type Strength = 'short' | 'weak' | 'fair' | 'strong';

const shortest = 12;
/** What a letter of a language adds, in bits; what a sign among many kinds adds. */
const letterBits = 2.3;
const mixedBits = 4.2;

/** How hard a passphrase is to guess, roughly: what repeats or runs on adds nothing. A hint, not a proof. */
export function strengthOf(passphrase: string): Strength {
  const signs = [...passphrase.normalize('NFKC')];
  if (signs.length < shortest) return 'short';
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d\s]/u].filter((kind) => kind.test(passphrase)).length;
  const bits = newSigns(signs) * (kinds > 2 ? mixedBits : letterBits);
  if (bits < 30) return 'weak';
  return bits < 50 ? 'fair' : 'strong';
}

/** How many signs are news: not part of three that stood there before, and not the next in a row such as abc or 111. */
function newSigns(signs: readonly string[]): number {
  const seen = new Set<string>();
  return signs.filter((sign, place) => {
    const three = signs.slice(place - 2, place + 1).join('');
    const isOld = place > 1 && seen.has(three);
    seen.add(three);
    return !isOld && !runsOn(sign, signs[place - 1], signs[place - 2]);
  }).length;
}

function runsOn(sign: string, before = '', first = ''): boolean {
  const [a, b, c] = [first, before, sign].map((one) => one.codePointAt(0) ?? Number.NaN);
  const step = (c ?? 0) - (b ?? 0);
  return Math.abs(step) <= 1 && step === (b ?? 0) - (a ?? 0);
}
