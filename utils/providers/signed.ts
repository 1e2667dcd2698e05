import { Trouble } from '../trouble';
import { engineWord } from './error-words';
import type { Gateway, Habits } from './provider';

/**
 * The same gateway, whose troubles say of which make they are, and of which engine where that is known. An engine that is
 * named by a trouble itself is remembered.
 */
export function signed(gateway: Gateway, make: string, habits: Habits): Gateway {
  const sign = async (caught: unknown) => {
    if (!(caught instanceof Trouble)) throw caught;
    const { facts } = caught;
    if (facts.engine) await habits.set('engine', facts.engine);
    const engine = facts.engine ?? engineWord(habits.get('engine'));
    throw new Trouble(caught.kind, { make, ...facts, ...(engine && { engine }) });
  };
  return new Proxy(gateway, {
    get(target, name) {
      const verb: unknown = Reflect.get(target, name);
      if (typeof verb !== 'function') return verb;
      return async (...asked: unknown[]) => {
        try {
          return await Reflect.apply(verb, target, asked);
        } catch (caught) {
          return sign(caught);
        }
      };
    },
  });
}
