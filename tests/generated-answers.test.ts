import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sightOf } from '../utils/background/sight-of';
import type { Verb } from '../utils/model/account';
import type { Provider } from '../utils/providers/provider';
import { Trouble } from '../utils/trouble';
import { documentedCode, isFailure, saysDead, wrongIn } from './answer-shapes';
import { asked, askedCode, verbs } from './asked';
import { hostileAnswer, type Wire } from './hostile-answers';
import { gateways } from './open-gateway';
import { openedAt } from './opened-at';
import { type Recorded, recorded } from './recorded-answers';
import { answering } from './stand-in-network';

/** For each make and each of the two seeds. */
const runs = Number(process.env.LATCHKEY_ANSWERS ?? 500);
/** A long answer is cut at every seventh byte only, unless many runs are asked for. */
const strideOf = (text: string) => (process.env.LATCHKEY_ANSWERS || text.length < 300 ? 1 : 7);
const seeds = [20_261_121, Number(process.env.LATCHKEY_SEED ?? Math.floor(Math.random() * 2 ** 31))];

const rejections: unknown[] = [];
const note = (reason: unknown) => void rejections.push(reason);
process.on('unhandledRejection', note);
const whatObjectsHave = JSON.stringify(builtIn());

afterEach(() => vi.unstubAllGlobals());
afterAll(() => void process.off('unhandledRejection', note));

function builtIn(): unknown {
  return [Object.prototype, Array.prototype, Function.prototype].map((one) => Reflect.ownKeys(one).map(String));
}

/** How a verb ended when these were the answers. Says what is wrong, of how it ended and of what it says. */
async function faultOf(make: Provider, verb: Verb, wires: readonly Wire[]): Promise<string | undefined> {
  const sent = answering(wires);
  const ended = await asked[verb](openedAt(make)).catch((caught: unknown) => caught);
  const wrong =
    wrongIn(verb, ended) ?? (ended instanceof Error && !(ended instanceof Trouble) ? ended.stack : undefined);
  if (wrong) return wrong;
  const heard = wires.map(({ status, body }) => ({
    status,
    text: typeof body === 'string' ? body : new TextDecoder().decode(body),
  }));
  if ((verb === 'invite' || verb === 'revoke') && typeof ended === 'string') {
    const last = heard[(sent.length - 1) % heard.length];
    if (!last || isFailure(last.status, last.text) || documentedCode(last.text) !== ended)
      return `a false code: ${ended}`;
  }
  if (verb === 'probe' && ended instanceof Trouble) {
    const { verdict } = sightOf(askedCode, { gateway: ended }, 1);
    if (
      (verdict === 'retired' || verdict === 'invalid') &&
      !heard.some(({ status, text }) => saysDead(text) || status === 410)
    )
      return `a false ${verdict}`;
  }
  if (['revoke', 'leave', 'send'].includes(verb) && sent.length !== 1) return `sent ${sent.length} times`;
  return undefined;
}

describe.each(gateways)('whatever is answered, $id', (make) => {
  let good: Recorded;
  beforeAll(async () => {
    good = await recorded(make.id);
  }, 240_000);

  it('was recorded for every verb', () => {
    expect(Object.keys(good.usual)).toEqual(verbs);
    expect(good.all.length).toBeGreaterThan(15);
  });

  it.each(seeds)(
    `gives a value of the right shape or a Trouble with words, ${runs} times, seed %i`,
    async (seed) => {
      const answer = hostileAnswer(good.all);
      const ends: Record<string, number> = {};
      const run = fc.tuple(fc.constantFrom(...verbs), fc.array(answer, { minLength: 1, maxLength: 3 }));
      await fc.assert(
        fc.asyncProperty(run, async ([verb, wires]) => {
          const fault = await faultOf(make, verb, wires);
          ends[fault ? 'wrong' : 'right'] = (ends[fault ? 'wrong' : 'right'] ?? 0) + 1;
          expect(fault).toBeUndefined();
        }),
        { numRuns: runs, seed },
      );
      expect(ends).toEqual({ right: runs });
      expect(JSON.stringify(builtIn())).toBe(whatObjectsHave);
      expect(rejections).toEqual([]);
    },
    600_000,
  );

  it.each(verbs)(
    '%s: good answers cut off anywhere',
    async (verb) => {
      const texts = good.usual[verb] ?? [];
      for (const text of texts) {
        for (let length = 0; length < text.length; length += strideOf(text)) {
          const wire: Wire = { status: 200, headers: {}, body: text.slice(0, length), how: 'whole' };
          expect([length, await faultOf(make, verb, [wire])]).toEqual([length, undefined]);
        }
      }
      expect(rejections).toEqual([]);
    },
    120_000,
  );
});
