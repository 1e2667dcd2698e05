import type { Seen } from '../../sandbox/requests.ts';
import { ask, askLater, cameBack } from './asking.ts';
import type { Dice } from './dice.ts';
import { type Ground, recalled, settled } from './ground.ts';

/** What hits the extension in the middle of its work. Gives when it fell. */
export type Blow = (at: Ground) => Promise<number>;

/** Where in the call the blow fell. */
export type Moment =
  | 'before it was asked'
  | 'before the request'
  | 'while the gateway was at it'
  | 'after its answer'
  | 'after the end';

/** What a call costs on this machine beyond the gateway's own time; learned from those that came to their end. */
let overheadMs = 150;

/** So far ahead is everything made ready: the blow must be able to fall at the very beginning of the call. */
const leadMs = 250;

/**
 * Two revocations begin side by side and are hit at a random moment, from their beginning to a fifth past their end. The
 * gateway takes its time; every second time it does nothing before that is over, whether or not anybody still waits.
 */
export async function round(at: Ground, dice: Dice, blow: Blow): Promise<readonly Moment[]> {
  const { on, tab } = at;
  const pair = dice.draw(at.groups, 2);
  const late = dice.oneIn(2);
  const [reading, retiring] = [dice.between(10, 60), late ? dice.between(400, 1200) : dice.between(150, 400)];
  await on.order('slow', { verb: 'code', ms: reading });
  await on.order('slow', { verb: 'revoke', ms: retiring, late });
  const views = await Promise.all(pair.map(({ id }) => recalled(at, id)));
  const start = Date.now() + leadMs;
  const planned = pair.map((_, nth) => start + nth * dice.between(0, 100));
  for (const [nth, { id }] of pair.entries()) {
    const asked = { account: at.account, group: id, code: views[nth]?.code, reason: 'once more' };
    const afterMs = (planned[nth] ?? start) - Date.now();
    await askLater(tab(), { key: id, afterMs, question: 'invite.revoke', asked });
  }
  const hitAt = start + dice.between(0, 1.2) * (2 * reading + retiring + overheadMs);
  await new Promise((go) => setTimeout(go, Math.max(0, hitAt - Date.now())));
  const struck = await blow(at);
  const calls = await Promise.all(pair.map(({ id }) => cameBack(tab(), id)));
  for (const call of calls) {
    if (call && call.ended < struck) overheadMs += (call.ended - call.asked - 2 * reading - retiring - overheadMs) / 4;
  }
  await on.calm();
  // While its request may still land somebody looks already, most of the time.
  if (late || dice.oneIn(2))
    for (const { id } of pair) await ask(tab(), 'invite.read', { account: at.account, group: id });
  await landed(at, retiring);
  for (const { id } of pair) await settled(at, id);
  const posts = (await on.revocations()).filter((post) => post.at >= start);
  return calls.map((call, nth) => {
    const post = posts.find((one) => isAbout(one, pair[nth]?.id ?? ''));
    return momentOf(struck, { asked: planned[nth], ...call, post, ms: retiring });
  });
}

/** Waits until what was sent has been done. */
async function landed({ on }: Ground, ms: number): Promise<void> {
  // What was on its way when the blow fell may need a moment to arrive.
  await new Promise((go) => setTimeout(go, 100));
  const last = Math.max(0, ...(await on.revocations()).map(({ at }) => at));
  await new Promise((go) => setTimeout(go, Math.max(0, last + ms + 50 - Date.now())));
}

function isAbout({ path, body }: Seen, group: string): boolean {
  return JSON.stringify([decodeURIComponent(path), body]).includes(group);
}

interface Call {
  readonly asked?: number;
  readonly ended?: number;
  readonly post: Seen | undefined;
  readonly ms: number;
}

function momentOf(struck: number, { asked = 0, ended = struck, post, ms }: Call): Moment {
  if (struck < asked) return 'before it was asked';
  if (!post || struck < post.at) return 'before the request';
  if (struck < post.at + ms) return 'while the gateway was at it';
  return ended < struck ? 'after the end' : 'after its answer';
}
