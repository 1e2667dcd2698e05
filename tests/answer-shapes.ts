import * as v from 'valibot';
import catalogue from '../public/_locales/en/messages.json';
import type { Verb } from '../utils/model/account';
import { providers } from '../utils/providers/index';
import { Trouble, troubleKinds } from '../utils/trouble';
import { wordsOfKind } from '../utils/wording';
import { anInvite } from './hostile-answers';

const text = v.pipe(v.string(), v.maxLength(200));
const groupId = v.pipe(v.string(), v.regex(/^[\d-]{1,55}@g\.us$/));
const person = v.pipe(v.string(), v.regex(/^\d{1,80}@[a-z.]+$/));
const size = v.strictObject({ count: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), atLeast: v.boolean() });
const time = v.pipe(v.number(), v.integer(), v.minValue(Date.UTC(2009, 0)), v.maxValue(Date.UTC(2100, 0)));
const facts = {
  name: text,
  description: v.optional(v.pipe(v.string(), v.maxLength(2_048))),
  kind: v.optional(v.picklist(['group', 'community', 'announcements', 'subgroup'])),
  size: v.optional(size),
  approval: v.optional(v.boolean()),
  createdAt: v.optional(time),
};
const group = v.strictObject({ id: groupId, ...facts, admin: v.optional(v.boolean()) });
const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{22}$/));

/** What each verb may give, exactly: the model's types, and the bounds that its faces lean on. */
export const shapes: Readonly<Record<Verb, v.GenericSchema>> = {
  session: v.strictObject({
    working: v.boolean(),
    state: v.pipe(v.string(), v.maxLength(40)),
    me: v.array(person),
    name: v.optional(text),
    engine: v.optional(v.pipe(v.string(), v.maxLength(40))),
  }),
  groups: v.array(group),
  group,
  members: v.array(
    v.strictObject({ id: person, phone: v.optional(person), role: v.picklist(['member', 'admin', 'owner']) }),
  ),
  picture: v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:/i), v.maxLength(2_000))),
  invite: code,
  revoke: v.optional(code),
  probe: v.strictObject({ code: v.literal(anInvite), id: v.optional(groupId), ...facts, seenAt: v.number() }),
  join: v.strictObject({ outcome: v.picklist(['joined-or-asked', 'asked', 'unknown']), group: v.optional(groupId) }),
  leave: v.undefined(),
  send: v.undefined(),
};

const words = v.pipe(v.string(), v.regex(/^[^\p{Cc}\p{Cf}]*$/u));

const trouble = v.strictObject({
  // `unexpected` stands for a mistake of our own.
  kind: v.picklist(troubleKinds.filter((kind) => kind !== 'unexpected')),
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(999))),
  said: v.optional(v.pipe(words, v.maxLength(200))),
  state: v.optional(v.pipe(words, v.maxLength(40))),
  waitMs: v.optional(v.pipe(v.number(), v.minValue(1_000), v.maxValue(3_600_000))),
  host: v.optional(v.literal('gate.example:8443')),
  make: v.picklist(providers.map(({ label }) => label)),
  engine: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{2,20}$/))),
});

/** Says what is wrong with how a verb ended; undefined where it is a value of its shape, or a trouble with words. */
export function wrongIn(verb: Verb, ended: unknown): string | undefined {
  const found = ended instanceof Trouble ? v.safeParse(trouble, ended.facts) : v.safeParse(shapes[verb], ended);
  if (!found.success)
    return `${found.issues[0]?.message} in ${JSON.stringify(ended instanceof Trouble ? ended.facts : ended)}`;
  if (ended instanceof Trouble) return wordsOfKind(ended.kind).find((word) => !catalogue[word].message);
  return ended instanceof Error ? `a bare ${ended.name}` : undefined;
}

const places = [
  ...[
    'code',
    'inviteCode',
    'newCode',
    'invite_code',
    'inviteUrl',
    'inviteLink',
    'invite_link',
    'invitationLink',
    'link',
  ],
  ...['InviteLink', 'groupInviteLink', 'url', 'response', 'value', 'data', 'results', 'result'],
];

/** The code that an answer holds in a place where makes are documented to put it, if it holds one and no other. */
export function documentedCode(answer: string): string | undefined {
  const found = new Set(codesAt(answer.replace(/^\ufeff/, '')));
  return found.size === 1 ? [...found][0] : undefined;
}

function codesAt(answer: unknown): string[] {
  if (typeof answer === 'string') {
    const whole = /^\s*(?:(?:https?:\/\/)?chat\.whatsapp\.com\/(?:invite\/)?)?([A-Za-z0-9]{22})(?:[/?#]\S*)?\s*$/i.exec(
      answer,
    );
    return whole?.[1] ? [whole[1]] : codesAt(jsonIn(answer));
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return [];
  const entries = new Map<string, unknown>(Object.entries(answer));
  return places.flatMap((place) => codesAt(entries.get(place)));
}

function jsonIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? (codesAtWord(value) ?? undefined) : value;
  } catch {
    return undefined;
  }
}

function codesAtWord(word: string): object {
  return { code: /^\s*["[{]/.test(word) ? '' : word };
}

/** Whether an answer says, of its own accord, that it is a failure. */
export function isFailure(status: number, answer: string): boolean {
  if (status >= 300) return true;
  const said = jsonIn(answer);
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return /^\s*</.test(answer);
  const { success, result, status: word, error, code: slug, message } = said as Record<string, unknown>;
  const named = typeof slug === 'string' && typeof message === 'string' && success !== true;
  const praised = /^(ok|success)$/i.test(String(slug)) || /\b(ok|success\w*|done)\b/i.test(String(message));
  const told =
    (typeof error === 'string' && error !== '') ||
    (typeof error === 'object' && error !== null && !Array.isArray(error) && Object.keys(error).length > 0);
  return success === false || result === false || word === 'error' || told || (named && !praised);
}

/** Whether an answer holds any word that WhatsApp, or a gateway speaking for it, has for a link that is dead. */
export function saysDead(answer: string): boolean {
  return /gone|revoked|not.?valid|not-acceptable|bad-request|invalid invite|\b(410|406|400)\b/i.test(answer);
}
