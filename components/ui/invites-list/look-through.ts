import type { InviteCode } from '../../../utils/invite-link';
import type { Sight } from '../../../utils/model/sight';
import type { TroubleFacts, TroubleKind } from '../../../utils/trouble';

/** How looking through many invites ended. */
export type Ending =
  | { readonly how: 'done' | 'cancelled' }
  /** Going on would give nothing, or do harm. */
  | { readonly how: 'stopped'; readonly trouble: TroubleFacts };

interface LookingThrough {
  readonly codes: readonly InviteCode[];
  /** Looks inside one, and never rejects; the background keeps the pace. `again` after it was held back. */
  readonly look: (code: InviteCode, again: boolean) => Promise<Sight>;
  /** Resolves at once, or when a pause ends. */
  readonly ready: () => Promise<void>;
  /** Resolves after so long, or when it is called off. */
  readonly wait: (ms: number) => Promise<void>;
  readonly onStep: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Trouble that the next link would have as well. */
const hopeless: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  ...(['no-source', 'no-account', 'no-permission', 'key-refused', 'restricted'] as const),
  ...(['secrets-lost', 'store-failed', 'store-newer', 'not-allowed', 'unexpected'] as const),
]);
const heldBack: ReadonlySet<TroubleKind> = new Set<TroubleKind>(['slow-down', 'too-soon', 'busy']);

const shortWaitMs = 10_000;
const longestWaitMs = 120_000;
const tooManyInARow = 3;

/** Looks inside one after another. Held back once it waits; held back again, or three times in trouble, it stops. */
export async function lookThrough({ codes, look, ready, wait, onStep, signal }: LookingThrough): Promise<Ending> {
  let troubled = 0;
  let again = false;
  for (let at = 0; at < codes.length; ) {
    await ready();
    const code = codes[at];
    if (signal.aborted || !code) return { how: 'cancelled' };
    const { trouble } = await look(code, again);
    if (signal.aborted) return { how: 'cancelled' };
    const isHeldBack = trouble !== undefined && heldBack.has(trouble.kind);
    troubled = trouble ? troubled + 1 : 0;
    if (trouble && (hopeless.has(trouble.kind) || troubled >= tooManyInARow || (isHeldBack && again)))
      return { how: 'stopped', trouble };
    again = isHeldBack;
    if (isHeldBack) await wait(Math.min(trouble.waitMs ?? shortWaitMs, longestWaitMs));
    else onStep(++at);
  }
  return { how: 'done' };
}
