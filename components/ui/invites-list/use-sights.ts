import { useCallback, useEffect, useState } from 'preact/hooks';
import type { InviteCode } from '../../../utils/invite-link';
import type { Sight } from '../../../utils/model/sight';
import { asTrouble } from '../../../utils/trouble';
import { ask } from '../use-ask';

/** What is known behind the invites of a list. */
export interface Sights {
  readonly of: ReadonlyMap<InviteCode, Sight>;
  /** Those that are being looked inside. */
  readonly looking: ReadonlySet<InviteCode>;
  /** Looks inside one. Never rejects: what goes wrong is a sight too. */
  readonly look: (code: InviteCode, again: boolean) => Promise<Sight>;
}

/** So many in one question; a page may have thousands. */
const atOnce = 500;

/** What is remembered of these codes at first, and then whatever is seen. */
export function useSights(codes: readonly InviteCode[]): Sights {
  const [of, setOf] = useState<ReadonlyMap<InviteCode, Sight>>(new Map());
  const [looking, setLooking] = useState<ReadonlySet<InviteCode>>(new Set());

  // Other codes only: the page may be asked again and give the same.
  useEffect(() => {
    const gone = new AbortController();
    const learn = (seen: readonly Sight[]) => {
      if (!gone.signal.aborted) setOf((before) => new Map([...seen.map((one) => [one.code, one] as const), ...before]));
    };
    for (let at = 0; at < codes.length; at += atOnce)
      ask('link.recall', codes.slice(at, at + atOnce)).then(learn, () => undefined);
    return () => gone.abort();
  }, [codes.join()]);

  const look = useCallback(async (code: InviteCode, again: boolean) => {
    setLooking((before) => new Set(before).add(code));
    const seen = await ask('link.probe', { code, ...(again && { again }) }).catch((caught) => untold(code, caught));
    setLooking((before) => new Set([...before].filter((one) => one !== code)));
    setOf((before) => new Map(before).set(code, { ...ownOf(before.get(code)), ...seen }));
    return seen;
  }, []);
  return { of, looking, look };
}

function untold(code: InviteCode, caught: unknown): Sight {
  return { code, verdict: 'unknown', trouble: asTrouble(caught).facts, sources: [], seenAt: Date.now() };
}

/** That it is one's own does not depend on whether anybody answered. */
function ownOf(before: Sight | undefined): Pick<Sight, 'own'> {
  return before?.own ? { own: before.own } : {};
}
