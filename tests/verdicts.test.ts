import { afterEach, describe, expect, it, vi } from 'vitest';
import { sightOf } from '../utils/background/sight-of';
import type { Provider } from '../utils/providers/provider';
import { asTrouble } from '../utils/trouble';
import { askedCode } from './asked';
import type { Wire } from './hostile-answers';
import { gateways } from './open-gateway';
import { openedAt } from './opened-at';
import { answering } from './stand-in-network';

afterEach(() => vi.unstubAllGlobals());

async function verdict(make: Provider, wires: readonly Wire[], limits = {}): Promise<string> {
  answering(wires);
  const gateway = await openedAt(make, { limits }).probe(askedCode).catch(asTrouble);
  return sightOf(askedCode, { gateway }, 1).verdict;
}

const wire = (status: number, body: unknown, headers = {}): Wire => ({
  ...{ status, headers, how: 'whole', body: typeof body === 'string' ? body : JSON.stringify(body) },
});

const statuses = [
  400, 401, 402, 403, 404, 405, 408, 409, 415, 418, 422, 423, 426, 429, 451, 500, 501, 502, 503, 504, 520, 522, 530,
];

const captcha =
  '<!doctype html><title>Just a moment...</title><h1>Verify you are human</h1><p>The link you followed is gone or not valid.</p>';

/** Bodies that say something is wrong, but nothing of the link. */
const silent: readonly unknown[] = [
  ...[
    '',
    'Not Found',
    'Forbidden',
    'error',
    '<html><h1>404</h1></html>',
    captcha,
    '<script>challenge()</script>',
    '{"message":',
  ],
  ...[
    {},
    [],
    null,
    { message: 'Not Found', statusCode: 404 },
    { statusCode: 404, message: 'Cannot GET /join-info', error: 'Not Found' },
  ],
  ...[
    { code: 'rest_no_route', message: 'No route was found matching the URL and request method.' },
    { success: false, error: 'Not found' },
  ],
  ...[
    { code: 'invalid_session', message: 'Session not found. Please verify your instance_id.' },
    { error: 'Session not found' },
  ],
  ...[
    { code: 'wawp_upstream_error', message: 'Request failed' },
    { message: 'Internal Server Error' },
    { exception: { message: 'Timed Out' } },
  ],
  ...[
    { message: 'Your API key has been revoked' },
    { error: 'The access token is not valid' },
    { message: 'Session is not valid' },
  ],
  ...[
    { message: 'Device revoked. Scan the code again.' },
    { error: 'Session status is not as expected.', status: 'SCAN_QR_CODE' },
  ],
  ...[
    { message: 'Connection Closed' },
    { message: 'Unauthorized' },
    { message: 'not authorised' },
    { exception: { message: 'not-authorized' } },
  ],
  ...[
    { message: 'rate-overlimit' },
    { message: 'Too many requests' },
    { code: 'subscription_required', message: 'Your plan has expired.' },
  ],
  ...[
    { status: 404, error: 'Not Found', response: { message: ['No invite info', askedCode] } },
    { message: 'This API version is gone' },
  ],
  ...[{ message: 'item-not-found' }, { message: 'forbidden' }, { data: null }, { success: true, data: {} }],
];

describe.each(gateways)('$id', (make) => {
  it('calls no link dead for an answer that does not speak of the link', async () => {
    const cases = statuses.flatMap((status) => silent.map((body) => wire(status, body)));
    const soft = silent.filter((body) => body !== captcha).map((body) => wire(200, body));
    const gone = wire(410, { message: 'This API version is gone' });
    const all = [
      ...cases,
      ...soft,
      wire(200, captcha),
      wire(403, captcha, { server: 'cloudflare' }),
      gone,
      wire(410, 'Gone'),
      wire(410, captcha),
    ];
    const dead: unknown[] = [];
    for (const one of all) {
      const found = await verdict(make, [one]);
      if (found !== 'unknown') dead.push([one.status, one.body, found]);
    }
    expect(dead).toEqual([]);
    expect(all.length).toBeGreaterThan(200);
  }, 60_000);

  it.each(['lost', 'cut'] as const)('calls no link dead for want of a whole answer: %s', async (how) => {
    expect(await verdict(make, [{ ...wire(200, { message: 'gone' }), how }])).toBe('unknown');
  });

  it('calls no link dead where the gateway takes too long', async () => {
    vi.stubGlobal('fetch', (_: URL, { signal }: RequestInit) => {
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    });
    const gateway = await openedAt(make, { limits: { readMs: 20, writeMs: 20 } })
      .probe(askedCode)
      .catch(asTrouble);
    expect(gateway).toMatchObject({ kind: 'timed-out' });
    expect(sightOf(askedCode, { gateway }, 1).verdict).toBe('unknown');
  });

  it.each([
    [500, { code: 'wawp_upstream_error', message: 'gone' }, 'retired'],
    [500, { exception: { message: '2 UNKNOWN: that group invite link has been revoked' } }, 'retired'],
    [410, { message: 'gone' }, 'retired'],
    [500, { exception: { message: 'not-acceptable' } }, 'invalid'],
    [500, { exception: { message: '2 UNKNOWN: that group invite link is not valid' } }, 'invalid'],
    [406, { success: false, error: 'not-acceptable' }, 'invalid'],
  ])('but %i %j is: %s', async (status, body, expected) => {
    expect(await verdict(make, [wire(status, body)])).toBe(expected);
  });
});
