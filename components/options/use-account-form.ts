import { useRef, useState } from 'preact/hooks';
import type { AccountView, CheckStep, Make } from '../../utils/model/account';
import type { TroubleFacts } from '../../utils/trouble';
import { askHostAccess } from '../ui/host-access';
import { type Mood, useAsking } from '../ui/use-ask';
import { draft, type Faults, faults, filled, serverOf, type Typed } from './account-draft';
import { hasFailed, useCheck } from './use-check';

export interface AccountFormState {
  readonly typed: Typed;
  readonly type: (patch: Partial<Pick<Typed, 'name' | 'server' | 'values'>>) => void;
  readonly typeValue: (key: string, value: string) => void;
  /** What is wrong with the fields, once saving was tried. */
  readonly faults: Faults;
  /** How often saving was tried. */
  readonly tries: number;
  /** Trouble that belongs to no field. */
  readonly trouble: TroubleFacts | undefined;
  /** Whether the browser was asked for access to the host, and the user said no. */
  readonly refused: boolean;
  readonly busy: boolean;
  readonly saved: AccountView | undefined;
  readonly test: Mood<readonly CheckStep[]>;
  /** Must be called in the click or key itself. */
  readonly save: () => Promise<void>;
  /** Saves and tests with another address; as `save`. */
  readonly saveAt: (server: string) => Promise<void>;
}

/** Typing, asking the browser for the host, saving, testing: in this order. */
export function useAccountForm(start: Typed, make: Make, kept: (account: AccountView) => void): AccountFormState {
  const [typed, setTyped] = useState(start);
  // Enter may follow the last letter before the page is drawn anew.
  const latest = useRef(start);
  const [tries, setTries] = useState(0);
  const [asked, setAsked] = useState<'not-yet' | 'asking' | 'refused'>('not-yet');
  const saving = useAsking('account.save');
  const test = useCheck();
  const wrong = faults(typed, make);
  const trouble = saving.now.mood === 'troubled' ? saving.now.trouble : undefined;

  const put = (next: Typed) => {
    latest.current = next;
    setTyped(next);
  };
  const change = (patch: Partial<Typed>) => {
    // An answer under way carries the new account's id: dropping it would add the account twice.
    if (saving.now.mood !== 'waiting') saving.rest();
    test.rest();
    setAsked('not-yet');
    put({ ...latest.current, ...patch });
  };

  const save = async () => {
    const wanted = latest.current;
    setTries(tries + 1);
    if (Object.keys(faults(wanted, make)).length > 0) return;
    const access = askHostAccess(serverOf(wanted, make));
    test.rest();
    setAsked('asking');
    const allowed = await access;
    setAsked(allowed ? 'not-yet' : 'refused');
    const account = allowed && (await saving.ask(draft(wanted, make)));
    if (!account) return;
    // What was typed stays until it is known to work: a key is wanted again where the address turns out to be wrong.
    put({ ...filled(account, make), values: wanted.values });
    kept(account);
    const steps = await test.ask(account.id);
    if (steps && !hasFailed(steps)) put(filled(account, make));
  };

  const saveAt = (server: string) => {
    put({ ...latest.current, server });
    return save();
  };

  return {
    typed,
    type: change,
    typeValue: (key, value) => change({ values: { ...latest.current.values, [key]: value } }),
    faults: { ...(tries > 0 && wrong), ...(trouble?.field && { [trouble.field]: trouble }) },
    tries,
    trouble: trouble?.field ? undefined : trouble,
    refused: asked === 'refused',
    busy: asked === 'asking' || saving.now.mood === 'waiting' || test.now.mood === 'waiting',
    saved: saving.now.mood === 'answered' ? saving.now.answer : undefined,
    test: test.now,
    save,
    saveAt,
  };
}
