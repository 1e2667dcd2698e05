import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Choices } from '../sandbox/dialect.ts';
import { currentCode } from '../sandbox/group.ts';
import type { Seen } from '../sandbox/requests.ts';
import { startSandbox } from '../sandbox/serve.ts';
import { visitor } from '../sandbox/visitor.ts';
import { wasendChoices } from '../sandbox/wasend.ts';
import { wawpChoices } from '../sandbox/wawp.ts';
import { bareCode, type InviteCode } from '../utils/invite-link';
import { providers } from '../utils/providers/index';
import { type How, makes, openGateway, patient } from './open-gateway';

const sandbox = await startSandbox();
const { choose, desk } = patient(visitor(sandbox));
const { world } = sandbox;
const names = providers.map(({ id }) => id);
const kind = (kind: string) => expect.objectContaining({ kind });

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

const open = (make: string, how: Partial<How> = {}) => openGateway(make, { url: sandbox.url, ...how });
const idOf = (name: string) => world.find(name).id;
const codeNow = (name: string) => code(currentCode(world.find(name)));

function code(text: string | undefined): InviteCode {
  const found = bareCode(text ?? '');
  if (!found) throw new Error(`No code: ${text}`);
  return found;
}

const isAdmin = (role: string | undefined) => role === 'admin' || role === 'superadmin';

/** What every gateway must answer about the marketer's account, whatever the dialect of the day. */
const verbs: Readonly<Record<string, (make: string, how?: Partial<How>) => Promise<void>>> = {
  async session(make, how) {
    const session = await open(make, how).session();
    expect(session).toMatchObject({ working: true, me: expect.arrayContaining(['33612345678@c.us']) });
    world.setStatus('demo', 'SCAN_QR_CODE');
    expect(await open(make, how).session()).toMatchObject({ working: false, state: 'SCAN_QR_CODE' });
  },

  async groups(make, how) {
    const listed = await open(make, how).groups();
    const truth = world.groupsOf('demo').map(({ id, subject, size, roles }) => ({
      ...{ id, name: subject, size: { count: size, atLeast: false }, admin: isAdmin(roles.demo) },
    }));
    expect(listed.map(({ id, name, size, admin }) => ({ id, name, size, admin }))).toEqual(truth);
    expect(listed.filter((group) => 'description' in group)).toEqual([]);
    expect(listed.filter((group) => group.kind === 'community').map(({ name }) => name)).toEqual(['Studio Community']);
    expect(listed.filter((group) => group.kind === 'announcements')).toHaveLength(1);
    expect(listed.filter((group) => group.kind === 'subgroup')).toHaveLength(1);
    expect(listed.filter((group) => group.approval).map(({ name }) => name)).toEqual(['Coaching Circle Berlin']);
  },

  async group(make, how) {
    const { id, createdAt, description } = world.find('VIP Launch List');
    expect(await open(make, how).group(id)).toEqual({
      ...{ id, name: 'VIP Launch List', description, createdAt: createdAt * 1000 },
      ...{ kind: 'group', approval: false, size: { count: 842, atLeast: false }, admin: true },
    });
  },

  async members(make, how) {
    const members = await open(make, how).members(idOf('Coaching Circle Berlin'));
    expect(members).toHaveLength(58);
    const { me } = await open(make, how).session();
    const own = members.find(({ id, phone }) => me.includes(id) || me.includes(phone ?? ''));
    expect(own?.role).toBe('owner');
    expect(members.filter(({ role }) => role === 'member').length).toBeGreaterThan(40);
  },

  async picture(make, how) {
    const gateway = open(make, how);
    const url = await gateway.picture(idOf('VIP Launch List'));
    expect(url).toContain(`/pictures/${idOf('VIP Launch List').split('@')[0]}.png`);
    expect(await gateway.picture(idOf('Beta Testers'))).toBeUndefined();
  },

  async invite(make, how) {
    const gateway = open(make, how);
    for (const name of ['VIP Launch List', 'مجموعة العروض الخاصة', '👩‍👩‍👧‍👦🏳️‍🌈🎊', 'Open Book Club']) {
      expect(await gateway.invite(idOf(name))).toBe(codeNow(name));
    }
  },

  async revoke(make, how) {
    const old = codeNow('VIP Launch List');
    const named = await open(make, how).revoke(idOf('VIP Launch List'));
    expect(named).toBe(codeNow('VIP Launch List'));
    expect(await open(make, how).invite(idOf('VIP Launch List'))).toBe(named);
    expect(named === old).toBe(world.find('VIP Launch List').codes.length === 3);
  },

  async probe(make, how) {
    for (const { subject, id, size, approval } of world.all().filter(({ roles }) => Object.keys(roles).length === 0)) {
      const found = await open(make, how).probe(codeNow(subject));
      expect(found).toMatchObject({ id, name: subject, code: codeNow(subject), seenAt: expect.any(Number) });
      expect([undefined, approval]).toContain(found.approval);
      if (found.size?.atLeast) expect(found.size.count).toBeLessThanOrEqual(size);
      else expect([undefined, size]).toContain(found.size?.count);
    }
  },

  async join(make, how) {
    const gateway = open(make, how);
    const joined = await gateway.join(codeNow('Garden Swap Toulouse'));
    expect(joined).toEqual({ outcome: 'joined-or-asked', group: idOf('Garden Swap Toulouse') });
    expect(world.find('Garden Swap Toulouse').roles.demo).toBe('participant');
    const asked = await gateway.join(codeNow('Private Tasting'));
    expect(['joined-or-asked', 'asked', 'unknown']).toContain(asked.outcome);
    expect(world.find('Private Tasting').pending).toEqual(['demo']);
  },

  async leave(make, how) {
    await open(make, how).leave(idOf('Summer Sale'));
    expect(world.find('Summer Sale').roles.demo).toBeUndefined();
  },

  async send(make, how) {
    await open(make, how).send(idOf('VIP Launch List'), 'Hej 👋 "на" \n مرحبا');
    expect(world.sent()).toMatchObject([
      { account: 'demo', to: idOf('VIP Launch List'), text: 'Hej 👋 "на" \n مرحبا' },
    ]);
  },
};

describe.each(names)('%s', (make) => {
  it('has a row in the table of makes', () => {
    expect(makes).toHaveProperty(make);
  });

  it.each(Object.keys(verbs))('%s', async (verb) => {
    await verbs[verb]?.(make);
  });

  it('lists ten thousand groups, and says of which it is an admin', async () => {
    const groups = await open(make, { holder: 'big' }).groups();
    expect(new Set(groups.map(({ id }) => id)).size).toBe(10_000);
    const admins = world.groupsOf('big').filter(({ roles }) => isAdmin(roles.big));
    expect([0, admins.length]).toContain(groups.filter(({ admin }) => admin).length);
  }, 60_000);

  it('says why not', async () => {
    const gateway = open(make);
    const past = world.find('Garden Swap Toulouse').codes[0]?.code;
    await expect(gateway.invite(idOf('Newsletter Readers'))).rejects.toEqual(kind('not-admin'));
    await expect(gateway.revoke(idOf('Newsletter Readers'))).rejects.toEqual(kind('not-admin'));
    await expect(gateway.invite(idOf('Garden Swap Toulouse'))).rejects.toEqual(kind('not-member'));
    await expect(gateway.group('120363999999999999@g.us')).rejects.toEqual(kind('no-such-group'));
    await expect(gateway.probe(code(past))).rejects.toEqual(kind('link-retired'));
    await expect(gateway.join(code(past))).rejects.toEqual(kind('link-retired'));
    await expect(gateway.probe(code('AbCdEfGhIjKlMnOpQrStUv'))).rejects.toEqual(kind('link-invalid'));
    await expect(gateway.join(codeNow('Full House Poker'))).rejects.toEqual(kind('full'));
    await expect(gateway.join(codeNow('Chess at Noon'))).rejects.toEqual(kind('removed'));
    await choose('world', { rejoin: 'conflict', removed: 'forbidden' });
    await expect(gateway.join(codeNow('VIP Launch List'))).rejects.toEqual(kind('already-in'));
    await expect(gateway.join(codeNow('Chess at Noon'))).rejects.toEqual(kind('removed'));
  });

  it('tells a wrong key from a wrong session', async () => {
    const wrong = Object.fromEntries(
      Object.keys(makes[make]?.demo.secrets ?? {}).map((name) => [name, 'wrong-secret']),
    );
    await expect(open(make, { secrets: wrong }).session()).rejects.toEqual(kind('key-refused'));
    await expect(open(make, { secrets: wrong }).groups()).rejects.toEqual(kind('key-refused'));
    const nobody = { instance: 'NOBODY000000', session: 'nobody' };
    await expect(open(make, { fields: nobody }).session()).rejects.toEqual(kind('no-session'));
    await expect(open(make, { fields: nobody }).groups()).rejects.toEqual(kind('no-session'));
  });

  it('joins once, and remembers what a gateway understood', async () => {
    const habits = new Map<string, string>();
    await open(make, { habits }).probe(codeNow('Garden Swap Toulouse'));
    await open(make, { habits }).join(codeNow('Garden Swap Toulouse'));
    expect(await desk('GET', 'requests')).toHaveLength(2);
  });
});

describe('Wawp with the key in headers', () => {
  const how = { fields: { instance: 'K3PWAWPDEMO1', headers: 'on' } };

  it.each(Object.keys(verbs))('%s', async (verb) => {
    await verbs[verb]?.('wawp', how);
    const places = ((await desk('GET', 'requests')) as Seen[]).map(({ credentials }) => credentials);
    expect(new Set(places.flat())).toEqual(new Set(['header']));
  });

  it('says that the key was refused where headers are not understood', async () => {
    await choose('wawp', { headerAuth: 'off' });
    await expect(open('wawp', how).session()).rejects.toEqual(kind('key-refused'));
  });
});

/** Where sources disagree, the sandbox can speak either way; the answers must be the same. */
const disagreements = Object.entries<Choices>({ wawp: wawpChoices, wasend: wasendChoices }).flatMap(([make, choices]) =>
  Object.entries(choices).flatMap(([choice, values]) => values.slice(1).map((value) => ({ make, choice, value }))),
);

describe.each(disagreements)('$make with $choice: $value', ({ make, choice, value }) => {
  beforeEach(() => choose(make, { [choice]: value }));

  it.each(Object.keys(verbs))('%s', async (verb) => {
    await verbs[verb]?.(make);
  });
});
