import { currentCode } from '../sandbox/group.ts';
import { startSandbox } from '../sandbox/serve.ts';
import { visitor } from '../sandbox/visitor.ts';
import { bareCode } from '../utils/invite-link';
import type { Verb } from '../utils/model/account';
import type { Gateway } from '../utils/providers/provider';
import { makes, openGateway, patient } from './open-gateway';

/** Good answers as the sandbox gives them: by make and verb, as it speaks by default (`usual`) and in every other way. */
export interface Recorded {
  readonly usual: Readonly<Record<string, readonly string[]>>;
  readonly all: readonly string[];
}

/** Records what a make's gateway answers to each verb, in every way in which the sandbox can speak for it. */
export async function recorded(make: string): Promise<Recorded> {
  const sandbox = await startSandbox();
  const { desk, choose } = patient(visitor(sandbox));
  try {
    const others: string[] = [];
    for (const [choice, values] of Object.entries(makes[make]?.choices ?? {})) {
      for (const value of values.slice(1)) {
        await choose(make, { [choice]: value });
        others.push(...Object.values(await tour('leave')).flat());
        await desk('DELETE', 'variants');
      }
    }
    const usual = await tour();
    return { usual, all: [...new Set([...Object.values(usual).flat(), ...others])] };
  } finally {
    await sandbox.close();
  }

  async function tour(but?: Verb): Promise<Record<string, string[]>> {
    const own = sandbox.world.find('Coaching Circle Berlin');
    const stranger = bareCode(currentCode(sandbox.world.find('Garden Swap Toulouse')));
    if (!stranger) throw new Error('No code');
    const steps: readonly (readonly [Verb, (gateway: Gateway) => Promise<unknown>])[] = [
      ['session', (gateway) => gateway.session()],
      ['groups', (gateway) => gateway.groups()],
      ['group', (gateway) => gateway.group(own.id)],
      ['members', (gateway) => gateway.members(own.id)],
      ['picture', (gateway) => gateway.picture(own.id)],
      ['invite', (gateway) => gateway.invite(own.id)],
      ['revoke', (gateway) => gateway.revoke(own.id)],
      ['probe', (gateway) => gateway.probe(stranger)],
      ['join', (gateway) => gateway.join(stranger)],
      ['leave', (gateway) => gateway.leave(own.id)],
      ['send', (gateway) => gateway.send(own.id, 'hi')],
    ];
    const taken: Record<string, string[]> = {};
    const real = globalThis.fetch;
    for (const [verb, step] of steps.filter(([verb]) => verb !== but)) {
      const texts: string[] = [];
      globalThis.fetch = async (...call) => {
        const response = await real(...call);
        texts.push(await response.clone().text());
        return response;
      };
      await step(openGateway(make, { url: sandbox.url })).catch(() => undefined);
      globalThis.fetch = real;
      taken[verb] = texts.map(shortened);
    }
    return taken;
  }
}

/** Long lists with only their first entries: hundreds of members say no more than ten. */
function shortened(text: string): string {
  try {
    return JSON.stringify(few(JSON.parse(text)));
  } catch {
    return text;
  }
}

function few(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 3).map(few);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 40)
      .map(([name, inner]) => [name, few(inner)]),
  );
}

/** Every make that has a row in the table. */
export const makeNames = Object.keys(makes);
