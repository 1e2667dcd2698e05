import { demoCodes } from '../demo';
import { Trouble } from '../trouble';
import { type Done, joined, left, revoked, sent } from './demo/acts';
import { firstWorld } from './demo/cast';
import { peopleOf } from './demo/people';
import { behind, currentCode, insideOf, isAdmin, isIn, toldOf, type World, worldIn } from './demo/world';
import { type Gateway, type Kept, provider } from './provider';

/** A small world inside the extension, to try everything in. It asks nobody, and nothing of it goes anywhere. */
export const demo = provider({
  id: 'demo',
  label: 'Demo',
  keyPage: '',
  demo: true,
  fields: [],
  lacks: [],
  codes: demoCodes,
  connect: ({ kept }) => gateway(kept),
});

function gateway(kept: Kept): Gateway {
  return {
    async session() {
      const { state, me } = await worldOf(kept);
      return { working: state === 'WORKING', state, me: [`${me.phone}@c.us`, `${me.lid}@lid`], name: me.name };
    },

    groups: async () => (await worldOf(kept)).groups.filter(isIn).map(toldOf),

    async group(id) {
      const group = insideOf(await worldOf(kept), id);
      return { ...toldOf(group), ...(group.description && { description: group.description }) };
    },

    async members(id) {
      const world = await worldOf(kept);
      return peopleOf(insideOf(world, id), world);
    },

    picture: async () => undefined,

    async invite(id) {
      const group = insideOf(await worldOf(kept), id);
      if (!isAdmin(group) && !group.shared) throw new Trouble('not-admin');
      return currentCode(group);
    },

    revoke: (id) => done(kept, (world) => revoked(world, id)),

    async probe(code) {
      const group = behind(await worldOf(kept), code);
      const { admin: _, ...seen } = toldOf(group);
      return { ...seen, ...(group.description && { description: group.description }), code, seenAt: Date.now() };
    },

    join: (code) => done(kept, (world) => joined(world, code)),
    leave: (id) => done(kept, (world) => left(world, id)),
    send: (to, text) => done(kept, (world) => sent(world, { to, text })),
  };
}

/** The world as kept. Where there is none that can be read, a new one begins. */
async function worldOf(kept: Kept): Promise<World> {
  return worldIn(await kept.read()) ?? done(kept, (world) => ({ world, answer: world }));
}

/** Does something in the world and keeps it, all at once: two who act at the same time wait for one another. */
async function done<Answer>(kept: Kept, act: (world: World) => Done<Answer>): Promise<Answer> {
  let told = (): Answer => {
    throw new Trouble('store-failed');
  };
  await kept.change((old) => {
    const { world, answer } = act(worldIn(old) ?? firstWorld());
    told = () => answer;
    return world;
  });
  return told();
}
