import { describe, expect, it, vi } from 'vitest';
import { currentCode as codeNow, type Group as Known } from '../sandbox/group.ts';
import { demoCodes, isDemoCode } from '../utils/demo';
import { demoInvites } from '../utils/demo-invites';
import type { Verb } from '../utils/model/account';
import { demo } from '../utils/providers/demo';
import type { Kept } from '../utils/providers/provider';
import { type Bench, code, contract, refusals } from './contract';
import { waysOf } from './make-ways';

/** What the demo keeps, as raw as it lies in the store. */
interface Raw {
  state: string;
  readonly groups: readonly RawGroup[];
  readonly sent: readonly { readonly to: string; readonly text: string }[];
}

interface RawGroup {
  readonly [fact: string]: unknown;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly createdAt: number;
  readonly size: number;
  readonly mine: string;
  readonly approval: boolean;
  readonly asked: boolean;
  readonly codes: readonly string[];
}

function kept(first?: unknown) {
  let now = first;
  let writes = 0;
  const store: Kept = {
    read: async () => structuredClone(now),
    change: async (edit) => {
      now = structuredClone(edit(structuredClone(now)));
      writes += 1;
    },
  };
  return { store, now: () => now as Raw, writes: () => writes };
}

type Disk = ReturnType<typeof kept>;

const nobody = () => {
  throw new Error('The demo asks nobody');
};
const connect = ({ store }: Disk) =>
  demo.connect({ fields: {}, secrets: {}, http: nobody, habits: { get: () => undefined, set: nobody }, kept: store });

async function bench(): Promise<Bench & { readonly disk: Disk }> {
  const disk = kept();
  await connect(disk).groups();
  return { disk, open: () => connect(disk), truth: truthOf(disk), ways: waysOf('demo') };
}

/** The kept data in the sandbox's words. */
function truthOf({ now }: Disk): Bench['truth'] {
  const all = () => now().groups.map(known);
  const found = (name: string) => {
    const group = all().find(({ id, subject }) => id === name || subject === name);
    if (!group) throw new RangeError(name);
    return group;
  };
  return {
    all,
    find: found,
    groupsOf: (account) => all().filter(({ roles }) => roles[account]),
    setStatus: (_, status) => Object.assign(now(), { state: status }),
    sent: () => now().sent.map(({ to, text }) => ({ id: '', at: 0, account: 'demo', to, text })),
  };
}

const roles = { owner: 'superadmin', admin: 'admin', member: 'participant' } as const;

function known(group: RawGroup): Known {
  const { id, name, description, createdAt, size, mine, approval, asked, codes } = group;
  const role = mine === 'owner' || mine === 'admin' || mine === 'member' ? roles[mine] : undefined;
  return {
    ...{ id, subject: name, description, createdAt: createdAt / 1000, size, approval },
    ...{
      roles: role ? { demo: role } : {},
      pending: asked ? ['demo'] : [],
      removed: mine === 'barred' ? ['demo'] : [],
    },
    ...{ codes: codes.map((code) => ({ code, since: 0 })), pictured: false, announce: false, locked: false },
    ...{ membersShare: false, kind: 'group' },
  };
}

const kind = (kind: string) => expect.objectContaining({ kind });

describe('the demo', () => {
  const verbs = (Object.keys(contract) as Verb[]).filter((verb) => verb !== 'picture');

  it.each(verbs)('keeps the contract: %s', async (verb) => contract[verb](await bench()));

  it('says why not, as every gateway does', async () => {
    const { open, truth, ...rest } = await bench();
    await refusals({ open, truth, ...rest });
    await expect(open().probe(code('LatchkeyDemoNobodyHas0'))).rejects.toEqual(kind('link-invalid'));
    await open().join(demoInvites.live);
    await expect(open().join(demoInvites.live)).rejects.toEqual(kind('already-in'));
  });

  it('has no pictures, and asks nobody for any', async () => {
    const { open, truth } = await bench();
    expect(await open().picture(truth.find('VIP Launch List').id)).toBeUndefined();
  });

  it('has about a dozen groups, in several scripts, one of them full', async () => {
    const groups = await connect(kept()).groups();
    expect(groups.length).toBeGreaterThanOrEqual(12);
    expect(groups.filter(({ size }) => size?.count === 1_024)).toHaveLength(1);
    for (const script of ['Latin', 'Arabic', 'Cyrillic', 'Han', 'Hiragana']) {
      expect(groups.some(({ name }) => new RegExp(`\\p{Script=${script}}`, 'u').test(name))).toBe(true);
    }
  });

  it('gives its links so that everybody can tell, and no two worlds the same for its own groups', async () => {
    const [one, other] = [await bench(), await bench()];
    const codesOf = ({ disk }: typeof one) => disk.now().groups.flatMap(({ codes }) => codes);
    expect([...codesOf(one), ...codesOf(other)].filter((text) => !isDemoCode(text))).toEqual([]);
    const shared = codesOf(one).filter((text) => codesOf(other).includes(text));
    expect(shared).toEqual(expect.arrayContaining(Object.values(demoInvites)));
    expect(shared).toHaveLength(5);
    expect(demo.codes).toBe(demoCodes);
  });

  it('remembers a retired link as retired, and each new one is new', async () => {
    const { open, truth } = await bench();
    const { id } = truth.find('Summer Sale');
    const had = new Set([await open().invite(id)]);
    const first = await open().invite(id);
    for (let nth = 0; nth < 20; nth++) had.add(code(await open().revoke(id)));
    expect(had.size).toBe(21);
    await expect(open().probe(first)).rejects.toEqual(kind('link-retired'));
  });

  it('counts who comes and goes, and stays small', async () => {
    const { open, truth, disk } = await bench();
    const { id, size } = truth.find('Garden Swap Toulouse');
    await open().join(demoInvites.live);
    expect(truth.find(id).size).toBe(size + 1);
    expect(await open().members(id)).toHaveLength(size + 1);
    await open().leave(id);
    expect(truth.find(id).size).toBe(size);
    const to = truth.find('Summer Sale').id;
    for (let nth = 0; nth < 60; nth++) await open().send(to, `${nth} ${'x'.repeat(5_000)}`);
    expect(disk.now().sent).toHaveLength(50);
    expect(JSON.stringify(disk.now()).length).toBeLessThan(250_000);
  });

  it('loses nothing where two act at the same time', async () => {
    const { open, truth } = await bench();
    const ids = ['Summer Sale', 'VIP Launch List'].map((name) => truth.find(name).id);
    const minted = await Promise.all(ids.map((id) => open().revoke(id)));
    expect(ids.map((id) => codeNow(truth.find(id)))).toEqual(minted);
  });

  it('makes its world once, and writes only when something is done', async () => {
    const disk = kept();
    const gateway = connect(disk);
    const [one, other] = await Promise.all([gateway.groups(), connect(disk).groups()]);
    expect(one).toEqual(other);
    const writes = disk.writes();
    const [group] = one;
    await Promise.all([gateway.session(), gateway.invite(group?.id ?? ''), gateway.probe(demoInvites.full)]);
    expect(disk.writes()).toBe(writes);
  });

  it.each([
    ...[undefined, null, 7, 'world', [], {}, { version: 2, groups: [] }],
    { version: 1, state: 'WORKING', me: {}, groups: [], sent: [] },
  ])('begins anew where what it kept cannot be read: %j', async (unreadable) => {
    expect((await connect(kept(unreadable)).groups()).length).toBeGreaterThan(10);
  });

  it('begins anew rather than take in a code that is not its own', async () => {
    const { disk, truth } = await bench();
    const { id } = truth.find('Summer Sale');
    const foreign = disk
      .now()
      .groups.map((group) => (group.id === id ? { ...group, codes: ['AbCdEfGhIjKlMnOpQrStUv'] } : group));
    const groups = await connect(kept({ ...disk.now(), groups: foreign })).groups();
    expect(groups.some((group) => group.id === id)).toBe(false);
  });

  it('asks nobody, whatever is asked of it', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    for (const verb of verbs) await contract[verb](await bench());
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});
