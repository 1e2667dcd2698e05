/** `name: 'value'`, `"name": "value"`, `"name" = "value"`: what programs write. Reads each sign once. */
export function pairsIn(text: string): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  let [name, sign]: [string | undefined, boolean] = [undefined, false];
  for (const [kind, value] of tokens(text)) {
    if (kind === 'mark') {
      sign = name !== undefined && (value === ':' || value === '=') && !sign;
      if (!sign) name = undefined;
    } else if (sign && name !== undefined && kind === 'text') {
      pairs.push([name, value]);
      [name, sign] = [undefined, false];
    } else [name, sign] = [value, false];
  }
  return pairs;
}

type Token = readonly [kind: 'text' | 'word' | 'mark', value: string];

function* tokens(text: string): Generator<Token> {
  // Each alternative begins with a sign of its own, so that no sign is looked at again and again.
  const token = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|`((?:[^`\\]|\\[\s\S])*)`|([\w-]+)|([^\s\w-])/gy;
  for (let at = 0; at < text.length; ) {
    token.lastIndex = at;
    const found = token.exec(text);
    at = found ? token.lastIndex : at + 1;
    if (!found) continue;
    const [, double, single, tick, word, mark] = found;
    const quoted = double ?? single ?? tick;
    if (quoted !== undefined) yield ['text', quoted.replace(/\\(["'`\\/])/g, '$1')];
    else if (word !== undefined) yield ['word', word];
    else if (mark !== undefined) yield ['mark', mark];
  }
}
