import { type Answer, type Call, empty, json } from './call.ts';
import type { Delivery, Scene } from './faults.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

const whole = (answer: Answer): Delivery => ({ how: 'whole', answer });

/** Every fault that can be ordered, and what it does. */
export const effects = {
  slow: (scene: Scene): Delivery => ({ ...slow(scene), waitMs: scene.order.ms ?? 3000 }),
  hang: (scene: Scene): Delivery => ({ ...mute(scene, false), how: 'hang' }),
  drop: (scene: Scene): Delivery => ({ ...mute(scene, false), how: 'drop' }),
  'cut-mid-body': (scene: Scene): Delivery => ({ how: 'cut', answer: scene.act() }),
  'truncated-json': (scene: Scene): Delivery => whole(halved(scene.act(asOrdered(scene)))),
  'html-200': (scene: Scene): Delivery => instead(scene, page),
  'empty-200': (scene: Scene): Delivery => ({ ...mute(scene, true), ...whole(empty()) }),
  '401': failing(401),
  '403': failing(403),
  '404': failing(404),
  '429': failing(429),
  '500': failing(500),
  '502': failing(502),
  '503': failing(503),
  undefined: (scene: Scene): Delivery => whole(scene.act(speaking(asOrdered(scene), () => 'undefined'))),
  'not-rotated': (scene: Scene): Delivery => whole(scene.act(idle(scene.world))),
  'old-code': (scene: Scene): Delivery => whole(scene.act(behindhand(scene.world))),
  'no-code': (scene: Scene): Delivery => ({ ...mute(scene, true), ...whole(json({ success: true, revoked: true })) }),
  'wrong-type': (scene: Scene): Delivery => ({ ...mute(scene, true), ...whole(json(oddAnswer)) }),
  'false-code': (scene: Scene): Delivery =>
    whole(scene.act(speaking(asOrdered(scene, false), (code) => falseCode(scene, code)))),
  'rotated-answer-lost': (scene: Scene): Delivery => ({ ...mute(scene, true), how: 'drop' }),
  'rotated-then-500': (scene: Scene): Delivery => {
    scene.act();
    return whole(scene.dialect.fail(500, scene.call));
  },
  'rotate-late': rotateLate,
  redirect: (scene: Scene): Delivery => instead(scene, elsewhere(scene.call)),
  'echo-key': (scene: Scene): Delivery => instead(scene, echo(scene.call)),
  oversize: (scene: Scene): Delivery =>
    instead(scene, json({ code: '', padding: 'x'.repeat(scene.order.bytes ?? 2e7) })),
  'session-down': (scene: Scene): Delivery => whole(scene.act({ ...scene.world, status: () => 'STOPPED' })),
  'error-in-200': (scene: Scene): Delivery => instead(scene, { ...scene.dialect.fail(500, scene.call), status: 200 }),
  refusal: (scene: Scene): Delivery => whole(scene.act(refusing(scene))),
};

export type Fault = keyof typeof effects;

function failing(status: number): (scene: Scene) => Delivery {
  return (scene) => {
    const answer = scene.dialect.fail(status, scene.call);
    const { retryAfter = 2, ms = 0 } = scene.order;
    if (status !== 429) return { ...instead(scene, answer), waitMs: ms };
    return instead(scene, {
      ...answer,
      ...(retryAfter !== null && { headers: { 'retry-after': String(retryAfter) } }),
    });
  };
}

function slow({ order, act }: Scene): Delivery {
  return order.late ? { how: 'whole', act: () => act() } : whole(act());
}

/** Something else is answered; the act is only done when the order says so. */
function instead(scene: Scene, answer: Answer): Delivery {
  return { ...mute(scene, false), ...whole(answer) };
}

function mute(scene: Scene, habit: boolean): Pick<Delivery, 'answer'> {
  if (scene.order.acts ?? habit) scene.act();
  return {};
}

/** The request outlives its connection: the code changes afterwards. */
function rotateLate({ order, world, act, later }: Scene): Delivery {
  const revoke: World['revoke'] = (account, id) => {
    const old = world.readCode(account, id);
    later(order.ms ?? 1000, () => void world.revoke(account, id));
    return old;
  };
  const answer = act({ ...world, revoke });
  return order.answered ? whole(answer) : { how: 'drop' };
}

/** WhatsApp refuses; with `acts`, only after it has done what was asked. */
function refusing({ order, world }: Scene): World {
  const refused = new Refusal(order.word ?? 'rate-overlimit');
  const no = (deed: () => unknown) => {
    if (order.acts) deed();
    throw refused;
  };
  return {
    ...world,
    groupsOf: (account) => no(() => world.groupsOf(account)),
    info: (account, id) => no(() => world.info(account, id)),
    readCode: (account, id) => no(() => world.readCode(account, id)),
    revoke: (account, id) => no(() => world.revoke(account, id)),
    probe: (code) => no(() => world.probe(code)),
    join: (account, code) => no(() => world.join(account, code)),
    leave: (account, id) => no(() => world.leave(account, id)),
    send: (account, id, text) => no(() => world.send(account, id, text)),
  };
}

/** Where an order says that the act is not done, the code stays what it was. */
function asOrdered({ order, world }: Scene, habit = true): World {
  return (order.acts ?? habit) ? world : idle(world);
}

function idle(world: World): World {
  return { ...world, revoke: world.readCode };
}

/** The code changes, and the one before is told. */
function behindhand(world: World): World {
  return {
    ...world,
    revoke(account, id) {
      const old = world.readCode(account, id);
      world.revoke(account, id);
      return old;
    },
  };
}

/** A code that is not the group's: of nobody, of another group, or the group's own of long ago. */
function falseCode({ order, world }: Scene, code: string): string {
  const id = world.probe(code).id;
  if (order.which === 'other') return otherGroup(world, id);
  const [earliest] = world.info('demo', id).codes;
  return order.which === 'earlier' && earliest ? earliest.code : 'FALSEcodeOfNobodyAtAll';
}

function otherGroup(world: World, id: string): string {
  return (
    world
      .groupsOf('demo')
      .find((group) => group.id !== id)
      ?.codes.at(-1)?.code ?? ''
  );
}

/** Everything in its place, and nothing of its type. */
const oddAnswer = {
  success: 'yes',
  code: 4_096_000_000_000,
  inviteCode: ['none'],
  inviteUrl: { href: null },
  data: true,
};

function speaking(world: World, say: (code: string) => string): World {
  return {
    ...world,
    readCode: (account, id) => say(world.readCode(account, id)),
    revoke: (account, id) => say(world.revoke(account, id)),
  };
}

function halved(answer: Answer): Answer {
  return { ...answer, body: answer.body.slice(0, Math.max(1, Math.floor(answer.body.length / 2))) };
}

/** The same machine under another name is another origin. */
function elsewhere({ origin, path, port }: Call): Answer {
  const { protocol } = new URL(origin);
  return { ...empty(307), headers: { location: `${protocol}//localhost:${port}/_sandbox/elsewhere${path}` } };
}

function echo({ path, query, method, body, headers }: Call): Answer {
  const request = { path: `${path}?${query}`, method, query: Object.fromEntries(query), body: body ?? {}, headers };
  return json({ statusCode: 500, message: 'Internal Server Error', request }, 500);
}

const page: Answer = {
  status: 200,
  type: 'text/html; charset=utf-8',
  body: '<!doctype html><title>Just a moment...</title><h1>Checking your browser</h1><p>Ray ID: 8f00ba4f00ba4f00</p>',
};
