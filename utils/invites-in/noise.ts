/** What nobody sees; but for the blanks that some alphabets count among their letters. */
export const invisible = /[\p{DI}--\p{L}]/gv;

/** What is written into a text but not to be read: signs nobody sees, escapes of scripts, entities nobody resolved. */
const noise =
  /[\p{DI}--\p{L}]+|\\{1,7}(?=\/)|\\(?:u00|x)([2-7][\da-f])|&(?:#(x[\da-f]{2,4}|\d{2,4})|shy|[lr]rm|zwn?j|(amp|sol|colon|period|quest|equals));/giv;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  sol: '/',
  colon: ':',
  period: '.',
  quest: '?',
  equals: '=',
};

/** Where neither stands nothing is hidden: browsers take ten milliseconds to make ready a search that knows alphabets. */
const mayHide = /[\\&\u0080-\uFFFF]/;

type Told = [escaped: string | undefined, number: string | undefined, name: string | undefined, at: number];

/** The text as it is meant, and for each place in it the place in the text as it was given. */
export function flattened(text: string) {
  if (!mayHide.test(text)) return { flat: text, placeOf: (place: number) => place };
  const places: number[] = [];
  let done = 0;
  const flat = text.replace(noise, (piece: string, ...[escaped, number, name, at]: Told) => {
    const code = escaped ? `0x${escaped}` : number && `0${number}`;
    const sign = code ? String.fromCharCode(Number(code)).replace(invisible, '') : (entities[name ?? ''] ?? '');
    while (done < at) places.push(done++);
    done += piece.length;
    if (sign) places.push(at);
    return sign;
  });
  return { flat, placeOf: (place: number) => places[place] ?? place - places.length + done };
}
