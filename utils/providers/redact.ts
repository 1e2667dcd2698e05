/**
 * Takes every known secret out of a text, in each spelling an echo may have. A short one goes only where it stands alone,
 * or it would tear ids and codes apart; below four signs it is a word like any other.
 */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [...new Set(spellings(secret))])
    .reduce((kept, secret) => kept.replaceAll(secret.length >= 8 ? secret : alone(secret), '•••'), text);
}

/** Plain, in an address, in a form, in JSON, and in JSON as PHP writes it. */
function spellings(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  return [secret, encodeURIComponent(secret.toWellFormed()), form, json, json.replaceAll('/', '\\/')];
}

function alone(secret: string): RegExp {
  return new RegExp(`(?<![\\w-])${secret.replace(/[^\w\s]/g, '\\$&')}(?![\\w-])`, 'g');
}
