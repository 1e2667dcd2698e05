/**
 * A command line as its shell would take it apart: bash (also `$'…'`), Windows' `cmd` (`^`), PowerShell (backtick). Reads
 * each sign once. A line's end closes a word; whether it closes the command is nobody's business here.
 */
export function shellWords(text: string): string[] {
  const { joiner, doubled, single } = dialects[dialectOf(text)];
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const next = text.charAt(at + 1);
    if (quote === '' && /\s/.test(sign)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (sign === joiner && !isLiteral(quote)) {
      // What joins two lines is no word of its own.
      const joined = /[\r\n]/.test(next);
      if (!joined) word = (word ?? '') + unescaped(next, quote);
      at += joined && next === '\r' && text.charAt(at + 2) === '\n' ? 2 : 1;
    } else if (quote !== '' && sign === quote.slice(-1)) {
      if (doubled && next === sign) {
        word += sign;
        at += 1;
      } else quote = '';
    } else if (quote === '' && sign === '$' && next === "'" && single) {
      quote = "$'";
      word ??= '';
      at += 1;
    } else if (quote === '' && (sign === '"' || (sign === "'" && single))) {
      quote = sign;
      word ??= '';
    } else word = (word ?? '') + sign;
  }
  return word === undefined ? words : [...words, word];
}

type Dialect = 'bash' | 'cmd' | 'powershell';

const dialects: Readonly<
  Record<Dialect, { readonly joiner: string; readonly doubled: boolean; readonly single: boolean }>
> = {
  bash: { joiner: '\\', doubled: false, single: true },
  cmd: { joiner: '\\', doubled: true, single: false },
  powershell: { joiner: '`', doubled: true, single: true },
};

/** How the shell of a text escapes, by how its lines are joined and by what `cmd` alone must write. */
function dialectOf(text: string): Dialect {
  if (/`[ \t]{0,4}\r?\n/.test(text) || /\bInvoke-(WebRequest|RestMethod)\b/i.test(text)) return 'powershell';
  return isCmd(text) ? 'cmd' : 'bash';
}

export function isCmd(text: string): boolean {
  return /\^[ \t]{0,4}\r?\n|\^"/.test(text);
}

function isLiteral(quote: string): boolean {
  return quote === "'";
}

/** In double quotes bash keeps a backslash before what needs none. */
function unescaped(sign: string, quote: string): string {
  if (quote === "$'") return ({ n: '\n', r: '\r', t: '\t' } as Record<string, string>)[sign] ?? sign;
  return quote === '"' && !/["\\$`]/.test(sign) ? `\\${sign}` : sign;
}

/** A line for `cmd` as it looks once `cmd` has read its carets. */
export function withoutCarets(text: string): string {
  return text.replace(/\^[ \t]{0,4}(\r?\n)|\^(.)/g, (_, end, sign) => (end === undefined ? sign : ' '));
}
