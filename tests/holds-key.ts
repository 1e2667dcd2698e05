/** Whether a key, or most of it, can be read out of a text in any way that a person with a decoder would try. */
export function holdsKey(text: string, key: string): boolean {
  const wanted = key.toLowerCase();
  return readings(text).some(
    (read) => holds(read.toLowerCase(), wanted) || holds(backwards(read.toLowerCase()), wanted),
  );
}

/** Six tenths of it in a row, or eight signs. */
function holds(text: string, wanted: string): boolean {
  const least = Math.min(wanted.length, Math.max(8, Math.ceil(wanted.length * 0.6)));
  const half = Math.ceil(least / 2);
  for (let mark = 0; mark + half <= wanted.length; mark += half) {
    for (
      let at = text.indexOf(wanted.slice(mark, mark + half));
      at >= 0;
      at = text.indexOf(wanted.slice(mark, mark + half), at + 1)
    ) {
      let [from, to] = [0, half];
      while (at + from > 0 && mark + from > 0 && text[at + from - 1] === wanted[mark + from - 1]) from -= 1;
      while (mark + to < wanted.length && text[at + to] === wanted[mark + to]) to += 1;
      if (to - from >= least) return true;
    }
  }
  return false;
}

const backwards = (text: string) => [...text].reverse().join('');

function readings(text: string): string[] {
  const once = decodings(text).filter((read) => read !== text);
  return [text, ...once, ...once.flatMap(decodings)];
}

function decodings(text: string): string[] {
  return [
    text.replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    text.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
    text.replace(/\\(.)/g, '$1'),
    ...[0, 1, 2, 3].map((skip) =>
      eachDecoded(text, /[\w+/-]{8,}={0,2}/g, (word) => Buffer.from(word.slice(skip), 'base64')),
    ),
    ...[0, 1].map((skip) =>
      eachDecoded(text, /(?:[\da-f]{2}[ :]?){6,}/gi, (word) =>
        Buffer.from(word.replace(/[ :]/g, '').slice(skip), 'hex'),
      ),
    ),
  ];
}

function eachDecoded(text: string, words: RegExp, decode: (word: string) => Buffer): string {
  return [...text.matchAll(words)].map(([word]) => decode(word).toString('latin1')).join('\n');
}
