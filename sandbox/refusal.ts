/** WhatsApp's own errors on group queries: word, number, and the sentence whatsmeow has for it. */
const known = {
  'bad-request': [400, 'info query returned status 400: bad-request'],
  'not-authorized': [401, "you don't have the permission to get the group's invite link"],
  forbidden: [403, "you're not participating in that group"],
  'item-not-found': [404, 'that group does not exist'],
  'not-allowed': [405, 'info query returned status 405: not-allowed'],
  'not-acceptable': [406, 'that group invite link is not valid'],
  conflict: [409, 'info query returned status 409: conflict'],
  gone: [410, 'that group invite link has been revoked'],
  'resource-limit': [419, 'info query returned status 419: resource-limit'],
  locked: [423, 'info query returned status 423: locked'],
  'rate-overlimit': [429, 'info query returned status 429: rate-overlimit'],
  'internal-server-error': [500, 'info query returned status 500: internal-server-error'],
  // To accounts that were restricted for joining too much (WhiskeySockets/Baileys issue 2638). Its number was not told: a guess.
  account_reachout_restricted: [463, 'info query returned status 463: account_reachout_restricted'],
  'service-unavailable': [503, 'info query returned status 503: service-unavailable'],
  'partial-server-error': [530, 'info query returned status 530: partial-server-error'],
} as const;

export type RefusalWord = keyof typeof known;

/** WhatsApp said no. Gateways translate this, each in its own way. */
export class Refusal extends Error {
  readonly word: RefusalWord;

  constructor(word: RefusalWord) {
    super(word);
    this.word = word;
  }

  get number(): number {
    return known[this.word][0];
  }

  /** The error text of a gateway built on whatsmeow. */
  get sentence(): string {
    return known[this.word][1];
  }
}

export function isRefusalWord(text: unknown): text is RefusalWord {
  return typeof text === 'string' && Object.hasOwn(known, text);
}
