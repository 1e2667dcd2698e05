import { expect } from 'vitest';
import { currentCode, isAdmin } from '../sandbox/group.ts';
import type { WholeWorld } from '../sandbox/world.ts';
import { bareCode, type InviteCode } from '../utils/invite-link';
import type { Verb } from '../utils/model/account';
import type { Group } from '../utils/model/group';
import type { Gateway } from '../utils/providers/provider';
import { asTrouble, Trouble } from '../utils/trouble';
import type { Ways } from './make-ways';

/** Where the contract is played: a gateway of the marketer's account, and the truth behind it. */
export interface Bench {
  open(): Gateway;
  readonly truth: Pick<WholeWorld, 'find' | 'groupsOf' | 'all' | 'setStatus' | 'sent'>;
  readonly ways: Ways;
}

const kind = (kind: string) => expect.objectContaining({ kind });

/** What every gateway must answer about the marketer's account, whatever the dialect of the day. */
export const contract: Readonly<Record<Verb, (bench: Bench) => Promise<void>>> = {
  async session({ open, truth, ways }) {
    const session = await open().session();
    expect(session).toMatchObject({ working: true, me: expect.arrayContaining(['33612345678@c.us']) });
    truth.setStatus('demo', 'SCAN_QR_CODE');
    expect(await open().session()).toMatchObject({ working: false, state: ways.state ?? 'SCAN_QR_CODE' });
  },

  async groups({ open, truth, ways }) {
    const listed = await open().groups();
    const untold = ways.list ?? [];
    const known = truth
      .groupsOf('demo')
      .map(({ id, subject, size, roles }) =>
        without(untold, { id, name: subject, size: { count: size, atLeast: false }, admin: isAdmin(roles.demo) }),
      );
    const seen = listed.map(({ id, name, size, admin }) => without(untold, { id, name, size, admin }));
    expect(byId(seen)).toEqual(byId(known));
    expect(listed.filter((group) => 'description' in group)).toEqual([]);
    if (!untold.includes('kind')) {
      expect(namesOf(listed.filter((group) => group.kind === 'community'))).toEqual(['Studio Community']);
      expect(listed.filter((group) => group.kind === 'announcements')).toHaveLength(1);
      expect(listed.filter((group) => group.kind === 'subgroup')).toHaveLength(1);
    }
    if (!untold.includes('approval')) {
      expect(namesOf(listed.filter((group) => group.approval))).toEqual(['Coaching Circle Berlin']);
    }
  },

  async group({ open, truth, ways }) {
    const { id, createdAt, description } = truth.find('VIP Launch List');
    const untold = ways.group ?? [];
    const known = {
      ...{ id, name: 'VIP Launch List', description, createdAt: createdAt * 1000 },
      ...{ kind: 'group', approval: false, size: { count: 842, atLeast: false }, admin: true },
    };
    expect(without(untold, await open().group(id))).toEqual(without(untold, known));
  },

  async members({ open, truth }) {
    const members = await open().members(truth.find('Coaching Circle Berlin').id);
    expect(members).toHaveLength(58);
    const { me } = await open().session();
    const own = members.find(({ id, phone }) => me.includes(id) || me.includes(phone ?? ''));
    // Some makes know admins, but not which of them founded the group.
    expect(['owner', 'admin']).toContain(own?.role);
    expect(members.filter(({ role }) => role === 'member').length).toBeGreaterThan(40);
  },

  async picture({ open, truth }) {
    const { id } = truth.find('VIP Launch List');
    const url = await open().picture(id);
    expect(url).toContain(`/pictures/${id.split('@')[0]}.png`);
    expect(await open().picture(truth.find('Beta Testers').id)).toBeUndefined();
  },

  async invite({ open, truth }) {
    const gateway = open();
    for (const name of ['VIP Launch List', 'مجموعة العروض الخاصة', '👩‍👩‍👧‍👦🏳️‍🌈🎊', 'Open Book Club']) {
      const { id } = truth.find(name);
      expect(await gateway.invite(id)).toBe(codeNow(truth, name));
    }
  },

  async revoke({ open, truth }) {
    const { id } = truth.find('VIP Launch List');
    const old = codeNow(truth, 'VIP Launch List');
    const named = await open().revoke(id);
    expect([undefined, codeNow(truth, 'VIP Launch List')]).toContain(named);
    const read = await open().invite(id);
    expect(read).toBe(codeNow(truth, 'VIP Launch List'));
    expect(read === old).toBe(truth.find('VIP Launch List').codes.length === 3);
  },

  async probe({ open, truth }) {
    for (const { subject, id, size, approval } of truth.all().filter(({ roles }) => Object.keys(roles).length === 0)) {
      const found = await open().probe(codeNow(truth, subject));
      expect(found).toMatchObject({ id, name: subject, code: codeNow(truth, subject), seenAt: expect.any(Number) });
      expect([undefined, approval]).toContain(found.approval);
      if (found.size?.atLeast) expect(found.size.count).toBeLessThanOrEqual(size);
      else expect([undefined, size]).toContain(found.size?.count);
    }
  },

  async join({ open, truth, ways }) {
    const gateway = open();
    const joined = await gateway.join(codeNow(truth, 'Garden Swap Toulouse'));
    const named = { outcome: 'joined-or-asked', group: truth.find('Garden Swap Toulouse').id };
    expect(joined).toEqual(ways.joined ? { outcome: ways.joined } : named);
    expect(truth.find('Garden Swap Toulouse').roles.demo).toBe('participant');
    const asked = await gateway.join(codeNow(truth, 'Private Tasting')).catch(asTrouble);
    if (asked instanceof Trouble) expect(asked.kind).toBe(ways.pending);
    else expect(['joined-or-asked', 'asked', 'unknown']).toContain(asked.outcome);
    expect(truth.find('Private Tasting').pending).toEqual(['demo']);
  },

  async leave({ open, truth }) {
    await open().leave(truth.find('Summer Sale').id);
    expect(truth.find('Summer Sale').roles.demo).toBeUndefined();
  },

  async send({ open, truth }) {
    const to = truth.find('VIP Launch List').id;
    await open().send(to, 'Hej 👋 "на" \n مرحبا');
    expect(truth.sent()).toMatchObject([{ account: 'demo', to, text: 'Hej 👋 "на" \n مرحبا' }]);
  },
};

/** The refusals that every gateway must pass on, or say that it cannot. */
export async function refusals({ open, truth, ways: { hides = {} } }: Bench): Promise<void> {
  const gateway = open();
  const past = code(truth.find('Garden Swap Toulouse').codes[0]?.code);
  const invented = code('AbCdEfGhIjKlMnOpQrStUv');
  const { id: member } = truth.find('Newsletter Readers');
  const { id: stranger } = truth.find('Garden Swap Toulouse');
  const no = (asked: Promise<unknown>, told: string) => expect(asked).rejects.toEqual(kind(told));
  await no(gateway.invite(member), hides['read as a member'] ?? 'not-admin');
  await no(gateway.revoke(member), hides['revoke as a member'] ?? 'not-admin');
  await no(gateway.invite(stranger), hides['read as a stranger'] ?? 'not-member');
  await no(gateway.group('120363999999999999@g.us'), hides['unknown group'] ?? 'no-such-group');
  await no(gateway.probe(past), hides['probe a retired code'] ?? 'link-retired');
  await no(gateway.join(past), hides['join by a retired code'] ?? 'link-retired');
  await no(gateway.probe(invented), hides['probe an invented code'] ?? 'link-invalid');
  await no(gateway.join(codeNow(truth, 'Full House Poker')), hides['join a full group'] ?? 'full');
  await no(gateway.join(codeNow(truth, 'Chess at Noon')), hides['join after a removal'] ?? 'removed');
}

/** The code of a group, as the truth has it. */
export function codeNow(truth: Bench['truth'], name: string): InviteCode {
  return code(currentCode(truth.find(name)));
}

export function code(text: string | undefined): InviteCode {
  const found = bareCode(text ?? '');
  if (!found) throw new Error(`No code: ${text}`);
  return found;
}

function without(untold: readonly string[], facts: object): object {
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => value !== undefined && !untold.includes(name)),
  );
}

function byId(groups: readonly object[]): Map<unknown, object> {
  return new Map(groups.map((group) => ['id' in group ? group.id : undefined, group]));
}

function namesOf(groups: readonly Group[]): string[] {
  return groups.map(({ name }) => name);
}
