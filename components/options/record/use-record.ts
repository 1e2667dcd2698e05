import { useState } from 'preact/hooks';
import type { RecordState } from '../../../utils/model/record';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';
import { ask } from '../../ui/use-ask';
import { useAsk } from '../../ui/use-asked';

export interface RecordNow {
  /** How the record is; undefined until that is known. */
  readonly state: RecordState | undefined;
  readonly trouble: TroubleFacts | undefined;
  /** What is being done to it. */
  readonly busy: 'check' | 'confirm' | undefined;
  /** Compares all of it. */
  readonly check: () => void;
  /** Findings were read. */
  readonly confirm: () => void;
  readonly onState: (state: RecordState) => void;
  /** Asks anew. */
  readonly again: () => void;
}

/** How the record is, and what can be done about it. */
export function useRecord(): RecordNow {
  const first = useAsk('record.state');
  const [newer, setNewer] = useState<RecordState>();
  const [busy, setBusy] = useState<'check' | 'confirm'>();
  const [wrong, setWrong] = useState<TroubleFacts>();
  const run = async (what: 'check' | 'confirm') => {
    setBusy(what);
    setWrong(undefined);
    // A page can ask the browser to keep it; a worker cannot.
    if (what === 'check') await navigator.storage.persist().catch(() => false);
    const told = await ask(what === 'check' ? 'record.check' : 'record.confirm').catch(asTrouble);
    if ('health' in told) setNewer(told);
    else setWrong(told.facts);
    setBusy(undefined);
  };
  const again = async () => {
    const state = await first.ask();
    if (state) setNewer(state);
  };
  const { now } = first;
  return {
    state: newer ?? now.before,
    trouble: wrong ?? (now.mood === 'troubled' ? now.trouble : undefined),
    busy,
    check: () => void run('check'),
    confirm: () => void run('confirm'),
    onState: setNewer,
    again: () => void again(),
  };
}
