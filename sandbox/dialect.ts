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
  /** What the query must say for it to be this route. */
  readonly wants: Readonly<Record<string, string>>;
  readonly verb: Verb;
  readonly answer: (ask: Ask) => Answer;
}

/** `on('GET /v2/groups/{id}', 'info', …)`; `on('GET /link?reset=true', 'revoke', …)` before the same without a query. */
export function on(place: string, verb: Verb, answer: Route['answer']): Route {
  const [method = '', address = ''] = place.split(' ');
  const [path = '', query = ''] = address.split('?');
  return { method, segments: path.split('/'), wants: Object.fromEntries(new URLSearchParams(query)), verb, answer };
}

/** Where sources disagree: for each name the possible answers, the default first. */
export type Choices = Readonly<Record<string, readonly [string, ...string[]]>>;
export type Picks<C extends Choices> = { readonly [Name in keyof C]: C[Name][number] };

/** What a person types in to speak for an account: what is seen in the form, and what is sealed. */
export interface Credentials {
  readonly fields: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** `demo` has the marketer's groups, `big` has ten thousand. */
export type Holder = 'demo' | 'big';

/** One make of gateway: its facts, its routes, and how it words a failure. */
export interface Make<C extends Choices> {
  readonly make: string;
  /** What it calls itself. */
  readonly label: string;
  /** Names under which the real one is reached. */
  readonly hosts: readonly string[];
  /** What opens it, by account; none where nobody needs any. */
  readonly holders?: Readonly<Record<Holder, Credentials>>;
  readonly choices: C;
  routes(picks: Picks<C>): readonly Route[];
  /** The account that the credentials open; throws a `Failure` when they open none. */
  caller(call: Call, picks: Picks<C>): string;
  explain(trouble: Failure | Refusal, call: Call, picks: Picks<C>): Answer;
}

export interface Dialect extends Pick<Make<Choices>, 'make' | 'label' | 'hosts' | 'holders' | 'choices'> {
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
  const { make, label, hosts, holders, choices, explain } = made;
  const find = (call: Call) => found(made.routes(picks), call);
  return {
    make,
    label,
    hosts,
    ...(holders && { holders }),
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
    if (Object.entries(route.wants).some(([name, value]) => call.query.get(name) !== value)) continue;
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
