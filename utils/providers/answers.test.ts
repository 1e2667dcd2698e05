import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareCode } from '../invite-link';
import { Trouble } from '../trouble';
import type { Http, Reply } from './http';
import { providers } from './index';
import type { Gateway, Provider } from './provider';

const code = bareCode('AbCdEfGhIjKlMnOpQrStUv');
if (!code) throw new Error('Not a code');
const id = '120363000000000000@g.us';

const asked: Readonly<Record<string, (gateway: Gateway) => Promise<unknown>>> = {
  session: (gateway) => gateway.session(),
  groups: (gateway) => gateway.groups(),
  group: (gateway) => gateway.group(id),
  members: (gateway) => gateway.members(id),
  picture: (gateway) => gateway.picture(id),
  invite: (gateway) => gateway.invite(id),
  revoke: (gateway) => gateway.revoke(id),
  probe: (gateway) => gateway.probe(code),
  join: (gateway) => gateway.join(code),
  leave: (gateway) => gateway.leave(id),
  send: (gateway) => gateway.send(id, 'hi'),
};

/** A gateway that says the same to everything. */
function parrot(make: Provider, reply: Reply): Gateway {
  const http: Http = { get: async () => reply, post: async () => reply, delete: async () => reply };
  const habits = { get: () => undefined, set: () => undefined };
  const kept = { read: async () => undefined, change: async () => {} };
  return make.connect({ fields: { instance: 'i', session: 's' }, secrets: {}, http: () => http, habits, kept });
}

const words = fc.constantFrom(
  ...['id', 'jid', 'JID', 'name', 'subject', 'Name', 'size', 'participantsCount', 'participants', 'admin', 'isAdmin'],
  ...['data', 'group', 'groups', 'groupInfo', 'groupMetadata', 'response', 'results', 'pagination', 'hasMore', 'me'],
  ...['code', 'inviteCode', 'inviteUrl', 'link', 'url', 'status', 'state', 'session', 'downstream', 'error', 'message'],
  ...[
    'success',
    'result',
    'creation',
    'groupCreated',
    'linkedParent',
    'isParent',
    'engine',
    'exception',
    '_serialized',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', id],
);
const leaf = fc.oneof(
  fc.constantFrom<unknown>(id, code, `https://chat.whatsapp.com/${code}`, 'undefined', 'WORKING', null, true, false),
  fc.constantFrom<unknown>(-1, 0, 1.5, 1e300, 842, 1_700_000_000, '0001-01-01T00:00:00Z', '123:4@s.whatsapp.net'),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.double(),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.array(fc.tuple(words, tie('tree')), { maxLength: 6 }).map(objectOf),
  ),
}));

/** As JSON.parse makes it: `__proto__` is a field like any other. */
function objectOf(entries: readonly (readonly [string, unknown])[]): unknown {
  const fields = entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`);
  return JSON.parse(`{${fields.join(',')}}`);
}

const status = fc.constantFrom(200, 200, 200, 201, 204, 400, 401, 403, 404, 405, 409, 410, 422, 429, 500, 503);
const reply: fc.Arbitrary<Reply> = fc.oneof(
  fc.tuple(status, tree).map(([status, json]) => {
    const text = JSON.stringify(json) ?? '';
    return { status, text, json, html: false, host: 'h' };
  }),
  fc.tuple(status, fc.string({ unit: 'binary' })).map(([status, text]) => {
    return { status, text, json: undefined, html: text.startsWith('<'), host: 'h' };
  }),
);

/** Whether everything in an answer is of the shape that the model promises, as far as it can hurt. */
function holds(value: unknown, name = ''): boolean {
  if (Array.isArray(value)) return value.every((item) => holds(item, name));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).every(([key, inner]) => holds(inner, key));
  }
  if (name === 'count') return Number.isSafeInteger(value) && Number(value) > 0;
  if (name === 'createdAt') return Number.isInteger(value);
  if (name === 'name') return typeof value === 'string' && value.length <= 200;
  return true;
}

describe.each(providers)('whatever is answered, $id', (make) => {
  it.each(Object.keys(asked))('%s gives an answer or a Trouble', async (verb) => {
    await fc.assert(
      fc.asyncProperty(reply, async (said) => {
        const answer = await asked[verb]?.(parrot(make, said)).catch((caught: unknown) => {
          expect(caught).toBeInstanceOf(Trouble);
        });
        expect(holds(answer)).toBe(true);
        if (verb === 'invite' || verb === 'revoke') {
          expect(answer === undefined || bareCode(String(answer)) === answer).toBe(true);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(Object.hasOwn(Object.prototype, 'id')).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
