import type { Call } from './call.ts';
import { type Dialect, dialect, on, type Picks, type Route } from './dialect.ts';
import { gowaAnswers, notConnected } from './gowa-answers.ts';
import { explainGowa, Said } from './gowa-errors.ts';

/** GOWA, go-whatsapp-web-multidevice. */
export const gowaChoices = {
  /** In older builds a server has one device, and no header to choose it by; much else is worded otherwise. */
  version: ['devices', 'single'],
  people: ['phone', 'lid'],
} as const;

export type GowaPicks = Picks<typeof gowaChoices>;

const passwords: Readonly<Record<string, string>> = { demo: 'gowa-demo-password', big: 'gowa-big-password' };

export const gowa = (): Dialect =>
  dialect({
    make: 'gowa',
    label: 'GOWA',
    hosts: [],
    holders: {
      demo: { fields: { user: 'demo', device: 'demo' }, secrets: { password: 'gowa-demo-password' } },
      big: { fields: { user: 'big', device: 'big' }, secrets: { password: 'gowa-big-password' } },
    },
    choices: gowaChoices,
    routes,
    caller,
    explain: explainGowa,
  });

/** Whoever has a password may speak for every device; where there is but one, each user is given a server of his own. */
function caller(call: Call, { version }: GowaPicks): string {
  const user = userIn(call);
  if (version === 'single') return user;
  if (call.path === '/devices') return '';
  const device = String(call.headers['x-device-id'] ?? '').trim() || (call.query.get('device_id') ?? '').trim();
  if (device === '') {
    throw new Said(400, 'DEVICE_ID_REQUIRED', 'device_id is required via X-Device-Id header or device_id query');
  }
  if (!Object.hasOwn(passwords, device)) throw new Said(404, 'DEVICE_NOT_FOUND', noDevice, { device_id: device });
  return device;
}

const noDevice = 'device not found; create a device first from /api/devices or provide a valid X-Device-Id';

function userIn({ headers }: Call): string {
  const [, coded] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? [];
  const [user = '', password] = Buffer.from(coded ?? '', 'base64')
    .toString('utf8')
    .split(':');
  if (password === undefined || passwords[user] !== password) throw new Said(401, '', 'Unauthorized');
  return user;
}

function routes(picks: GowaPicks): Route[] {
  const say = gowaAnswers(picks);
  const devices = picks.version === 'devices' ? [on('GET /devices', 'account', say.devices)] : [];
  return [
    ...devices,
    on('GET /app/status', 'session', say.status),
    on('GET /app/devices', 'account', say.devices),
    on('GET /user/my/groups', 'list', awake(say.groups)),
    on('GET /user/avatar', 'picture', awake(say.avatar)),
    on('GET /group/info', 'info', awake(say.info)),
    on('GET /group/participants', 'participants', awake(say.participants)),
    on('GET /group/invite-link?reset=true', 'revoke', awake(say.link)),
    on('GET /group/invite-link', 'code', awake(say.link)),
    on('GET /group/info-from-link', 'probe', awake(say.probe)),
    on('POST /group/join-with-link', 'join', awake(say.join)),
    on('POST /group/leave', 'leave', awake(say.leave)),
    on('POST /send/message', 'send', awake(say.send)),
  ];

  function awake(answer: Route['answer']): Route['answer'] {
    return (ask) => {
      if (ask.world.status(ask.account) !== 'WORKING') throw notConnected(picks);
      return answer(ask);
    };
  }
}
