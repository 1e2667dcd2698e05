import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../utils/words';
import { Unlock } from '../../ui/Unlock';
import type { SectionProps } from '../section';
import { Title } from '../Title';
import { ForgetKeys } from './ForgetKeys';
import { LockAfter } from './LockAfter';
import { PassphraseForm } from './PassphraseForm';
import { Protection } from './Protection';
import type { Deed } from './use-protecting';

/** What protects the keys: the passphrase, when they are locked, and the way on for who has lost it. */
export function Keys({ overview: { vault }, settings, change, again }: SectionProps) {
  const [deed, setDeed] = useState<Deed>();
  const place = useFocusOnChange(`${vault.locked} ${vault.passphrase}`);
  useFreshOnReturn(again);
  const leave = () => {
    setDeed(undefined);
    // Once the button is there again.
    setTimeout(() => place.current?.querySelector('button')?.focus());
  };
  const done = () => {
    again();
    leave();
  };
  return (
    <>
      <Title>{say('sectionKeys')}</Title>
      <p class="quiet-text">{say('keysWhat')}</p>
      <div ref={place}>
        {vault.locked ? (
          <Unlock waitMs={vault.waitMs} onUnlocked={again} />
        ) : (
          <Protection vault={vault} deed={deed} onDeed={setDeed} again={again} />
        )}
      </div>
      {deed && !vault.locked && <PassphraseForm key={deed} deed={deed} onDone={done} onCancel={leave} />}
      {vault.passphrase && <LockAfter settings={settings} change={change} />}
      {vault.passphrase && <ForgetKeys onForgotten={done} />}
    </>
  );
}

/** Takes the focus to what stands there now: what was pressed is gone. */
function useFocusOnChange(now: string) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(now);
  useLayoutEffect(() => {
    if (before.current !== now) place.current?.querySelector<HTMLElement>('input, button')?.focus();
    before.current = now;
  }, [now]);
  return place;
}

/** Keys may have been locked while the person was elsewhere. */
function useFreshOnReturn(again: () => void): void {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    const gone = new AbortController();
    addEventListener('focus', () => latest.current(), { signal: gone.signal });
    return () => gone.abort();
  }, []);
}
