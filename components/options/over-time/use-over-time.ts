import { useEffect, useState } from 'preact/hooks';
import type { RulesPatch } from '../../../utils/bridge/questions';
import type { AccountId } from '../../../utils/model/account';
import type { GroupId } from '../../../utils/model/group';
import type { Care, OverTime } from '../../../utils/over-time/model';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';
import { say } from '../../../utils/words';
import { announce } from '../../ui/Announcer';
import { ask, type Mood } from '../../ui/use-ask';
import { useAsk } from '../../ui/use-asked';

export interface OverTimeNow {
  /** Undefined until the store has answered. */
  readonly view: OverTime | undefined;
  readonly trouble: TroubleFacts | undefined;
  /** What became of the last thing that was done here; for the line that says so. */
  readonly said: Mood<unknown>;
  /** What is being done, by the line of the diary, the group or the account that it is about. */
  readonly busy: string | undefined;
  /** Grows with every answer that is not the one before. */
  readonly turn: number;
  readonly again: () => void;
  readonly changeCare: (group: GroupId, care: Care) => Promise<boolean>;
  readonly changeRules: (patch: RulesPatch) => Promise<boolean>;
  /** Gives what went wrong, where something did. */
  readonly confirm: (id: string, typed?: string) => Promise<TroubleFacts | undefined>;
  readonly skip: (id: string) => Promise<void>;
  readonly dismiss: (id: string) => Promise<void>;
  readonly check: (asked: { readonly account?: AccountId; readonly group?: GroupId }) => Promise<void>;
}

/** The background goes on while somebody looks at the page. */
const lookAgainMs = 60_000;

/** What happens over time, followed as it changes, and everything that can be done about it from the options. */
export function useOverTime(): OverTimeNow {
  const first = useAsk('care.view');
  const [view, setView] = useState<OverTime>();
  const [turn, setTurn] = useState(0);
  const [said, setSaid] = useState<Mood<unknown>>({ mood: 'rest' });
  const [busy, setBusy] = useState<string>();
  const show = (next: OverTime) => {
    setView(next);
    setTurn((before) => before + 1);
  };
  const look = async () => {
    const next = await ask('care.view').catch(() => undefined);
    if (next) show(next);
  };
  useLookingAgain(look);

  const run = async (about: string, asked: Promise<OverTime>, saves: 'saves' | 'does') => {
    setBusy(about);
    setSaid({ mood: 'waiting' });
    const told = await asked.catch(asTrouble);
    setBusy(undefined);
    if (told instanceof Error) {
      setSaid({ mood: 'troubled', trouble: told.facts });
      void look();
      return told.facts;
    }
    show(told);
    setTimeout(keepFocus);
    setSaid(saves === 'saves' ? { mood: 'answered', answer: told, before: told } : { mood: 'rest' });
    return undefined;
  };
  const { now } = first;
  return {
    view: view ?? now.before,
    trouble: now.mood === 'troubled' && !view ? now.trouble : undefined,
    ...{ said, busy, turn },
    again: () => void look(),
    changeCare: async (group, care) => !(await run(group, ask('care.change', { group, care }), 'saves')),
    changeRules: async (patch) => !(await run('rules', ask('rule.change', patch), 'saves')),
    confirm: (id, typed) => run(id, ask('diary.confirm', { id, ...(typed !== undefined && { typed }) }), 'does'),
    skip: async (id) => void (await run(id, ask('diary.skip', id), 'does')),
    dismiss: async (id) =>
      void (await run(
        id,
        ask('alert.dismiss', id).then(() => ask('care.view')),
        'does',
      )),
    check: async (asked) => {
      const trouble = await run(asked.group ?? asked.account ?? '', ask('care.check', asked), 'does');
      if (!trouble) announce(say('outcomeDone'));
    },
  };
}

/** What had the focus may be gone with what was decided: the keyboard goes on at the top, not at the end of the page. */
function keepFocus(): void {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('.over-time h1')?.focus();
}

/** Whenever somebody comes back to the page, and now and then while it is seen. */
function useLookingAgain(look: () => void): void {
  useEffect(() => {
    const gone = new AbortController();
    addEventListener('focus', look, { signal: gone.signal });
    const timer = setInterval(() => document.visibilityState === 'visible' && look(), lookAgainMs);
    return () => {
      gone.abort();
      clearInterval(timer);
    };
  }, []);
}
