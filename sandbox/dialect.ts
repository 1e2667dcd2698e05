import { type Answer, type Call, Failure, plainFailure } from './call.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

export const verbs = [
  'list',
  'count',
  'refresh',
  'info',
  'participants',
  'picture',
  'code',
  'revoke',
  'probe',
  'join',
  'leave',
  'send',
  'session',
  'account',
  'limits',
  'page',
] as const;

export type Verb = (typeof verbs)[number];

/** What a route's answer is made from. */
export interface Ask {
  readonly call: Call;
  readonly world: World;
  readonly account: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: string;
  readonly segments: readonly string[];
  readonly verb: Verb;
  readonly answer: (ask: Ask) => Answer;
}

/** `on('GET /v2/groups/{id}', 'info', …)` */
export function on(place: string, verb: Verb, answer: Route['answer']): Route {
  const [method = '', path = ''] = place.split(' ');
  return { method, segments: path.split('/'), verb, answer };
}

/** Where sources disagree: for each name the possible answers, the default first. */
export type Choices = Readonly<Record<string, readonly [string, ...string[]]>>;
export type Picks<C extends Choices> = { readonly [Name in keyof C]: C[Name][number] };

/** One make of gateway: its facts, its routes, and how it words a failure. */
export interface Make<C extends Choices> {
  readonly make: string;
  /** Names under which the real one is reached. */
  readonly hosts: readonly string[];
  /** What a person types in, one entry per session. */
  readonly credentials: readonly Readonly<Record<string, string>>[];
  readonly choices: C;
  routes(picks: Picks<C>): readonly Route[];
  /** The account that the credentials open; throws a `Failure` when they open none. */
  caller(call: Call, picks: Picks<C>): string;
  explain(trouble: Failure | Refusal, call: Call, picks: Picks<C>): Answer;
}

export interface Dialect extends Pick<Make<Choices>, 'make' | 'hosts' | 'credentials' | 'choices'> {
  verb(call: Call): Verb | undefined;
  answer(call: Call, world: World): Answer;
  /** What this make would say to a status that a fault asks for. */
  fail(status: number, call: Call): Answer;
  choose(wanted: Readonly<Record<string, string>>): void;
  picks(): Readonly<Record<string, string>>;
  forget(): void;
}

export function dialect<const C extends Choices>(made: Make<C>): Dialect {
  let picks = firstOf(made.choices);
  const { make, hosts, credentials, choices, explain } = made;
  const find = (call: Call) => found(made.routes(picks), call);
  return {
    make,
    hosts,
    credentials,
    choices,
    verb: (call) => find(call)?.route.verb,
    answer(call, world) {
      try {
        const match = find(call);
        if (!match) throw new Failure(404, 'rest_no_route', 'No route was found matching the URL and request method.');
        return match.route.answer({ call, world, account: made.caller(call, picks), params: match.params });
      } catch (trouble) {
        if (trouble instanceof Failure || trouble instanceof Refusal) return explain(trouble, call, picks);
        throw trouble;
      }
    },
    fail: (status, call) => explain(plainFailure(status), call, picks),
    choose(wanted) {
      checkChoices(choices, wanted);
      picks = { ...picks, ...wanted };
    },
    picks: () => picks,
    forget: () => {
      picks = firstOf(choices);
    },
  };
}

/** Throws when a choice or its value does not exist, so that a test cannot misspell one unnoticed. */
export function checkChoices(choices: Choices, wanted: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (!choices[name]?.includes(value)) throw new RangeError(`No such choice: ${name}=${value}`);
  }
}

export function firstOf<C extends Choices>(choices: C): Picks<C> {
  return Object.fromEntries(Object.entries(choices).map(([name, [first]]) => [name, first])) as Picks<C>;
}

function found(routes: readonly Route[], call: Call): { route: Route; params: Record<string, string> } | undefined {
  const path = call.path.split('/').map(decoded);
  for (const route of routes) {
    if (route.method !== call.method || route.segments.length !== path.length) continue;
    const names = route.segments.map((segment) => /^\{(.+)\}$/.exec(segment)?.[1]);
    if (!path.every((part, nth) => (names[nth] ? part !== '' : part === route.segments[nth]))) continue;
    return { route, params: Object.fromEntries(path.flatMap((part, nth) => (names[nth] ? [[names[nth], part]] : []))) };
  }
  return undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
