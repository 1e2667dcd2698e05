import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InviteCode } from '../../utils/invite-link';
import type { InviteView } from '../../utils/model/invite';
import { Trouble, type TroubleFacts } from '../../utils/trouble';
import { type Asking, useAsking } from '../ui/use-ask';
import { type Choice, isAskable } from './choice';

const freshMs = 60_000;
// Somebody who runs down the list with the arrow keys wants the gateway asked only where they stop.
const pauseMs = 250;
const lookAgainMs = 10_000;

export interface InviteNow {
  /** What is known; undefined until the store has answered. */
  readonly view: InviteView | undefined;
  readonly reading: boolean;
  readonly trouble: TroubleFacts | undefined;
  /** Asks the gateway. */
  readonly read: () => Promise<InviteView | undefined>;
  /** Asks the store. */
  readonly recall: () => Promise<InviteView | undefined>;
  /** The code as soon as there is one. Rejects where none comes. */
  readonly coming: () => Promise<InviteCode>;
}

/**
 * One group's invite: remembered at once, read anew behind where the memory is older than a minute. As long as the memory
 * itself is only a copy, nothing is handed out by it: the store is asked.
 */
export function useInvite(choice: Choice, isSure: boolean): InviteNow {
  const { account, group, remembered } = choice;
  const which = { account: account.id, group: group.id };
  const reading = useAsking('invite.read');
  const recalling = useAsking('invite.recall');
  const [view, setView] = useState(remembered);
  const underWay = useRef<Partial<Record<'read' | 'recall', Promise<InviteView | undefined>>>>({});

  // Whoever asks while an answer is on its way gets that one: no gateway is asked twice at once.
  const once = (how: 'read' | 'recall', asking: Asking<'invite.read'> | Asking<'invite.recall'>) => {
    underWay.current[how] ??= asking.ask(which).then((next) => {
      underWay.current[how] = undefined;
      if (next) setView(next);
      return next;
    });
    return underWay.current[how];
  };
  const read = () => once('read', reading);
  const recall = () => once('recall', recalling);

  useLayoutEffect(() => {
    const gone = new AbortController();
    open(gone.signal);
    return () => gone.abort();
  }, []);

  // The store's own answer has come, and may tell of another link.
  useEffect(() => {
    if (remembered) setView((before) => newerOf(before, remembered));
  }, [remembered]);

  // A revocation whose end nobody knows is looked after while somebody looks on.
  useEffect(() => {
    if (!view?.open || reading.now.mood === 'waiting') return;
    const again = setTimeout(read, lookAgainMs);
    return () => clearTimeout(again);
  }, [view?.open?.id, reading.now.mood]);

  async function open(signal: AbortSignal): Promise<void> {
    const known = remembered && !remembered.open ? remembered : await recall();
    if (!remembered) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (!signal.aborted && isAskable(choice) && !isFresh(known)) await read();
  }

  return {
    view,
    reading: reading.now.mood === 'waiting',
    trouble: troubleOf(reading.now) ?? troubleOf(recalling.now),
    read,
    recall,
    coming: async () => {
      const known = isSure ? view : await recall();
      const code = known?.code ?? (await underWay.current.recall)?.code ?? (await read())?.code;
      if (!code) throw new Trouble('no-code');
      return code;
    },
  };
}

function newerOf(before: InviteView | undefined, next: InviteView): InviteView {
  return before && (before.seenAt ?? 0) > (next.seenAt ?? 0) ? before : next;
}

export function isFresh(view: InviteView | undefined): boolean {
  return view?.code !== undefined && view.seenAt !== undefined && Date.now() - view.seenAt < freshMs;
}

function troubleOf(now: { readonly mood: string; readonly trouble?: TroubleFacts }): TroubleFacts | undefined {
  return now.mood === 'troubled' ? now.trouble : undefined;
}
