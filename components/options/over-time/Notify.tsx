import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../../utils/browser';
import { say } from '../../../utils/words';
import { Switch } from '../../ui/Switch';
import type { RulePart } from './RulesForm';

const permissions = ['notifications'] as const;

/** Whether the browser shows notifications of ours; it is asked in the click itself. */
export function Notify({ rules, change }: RulePart) {
  const [isRefused, setRefused] = useState(false);
  const isTaken = useTaken(rules.notify);
  const turn = async (on: boolean) => {
    const granted = !on || (await browser.permissions.request({ permissions: [...permissions] }).catch(() => false));
    setRefused(!granted);
    await change({ notify: granted && on });
  };
  return (
    <div class="stack tight">
      <Switch label={say('notify')} hint={say('notifyHint')} on={rules.notify} onSwitch={(on) => void turn(on)} />
      <p class="small notify-said" role="status">
        {isRefused && say('notifyRefused')}
        {!isRefused && isTaken && say('notifyTaken')}
      </p>
    </div>
  );
}

/** Whether the browser has taken the permission back since. */
function useTaken(notify: boolean): boolean {
  const [isTaken, setTaken] = useState(false);
  useEffect(() => {
    const look = () =>
      browser.permissions.contains({ permissions: [...permissions] }).then(
        (has) => setTaken(notify && !has),
        () => undefined,
      );
    void look();
    browser.permissions.onRemoved.addListener(look);
    browser.permissions.onAdded.addListener(look);
    return () => {
      browser.permissions.onRemoved.removeListener(look);
      browser.permissions.onAdded.removeListener(look);
    };
  }, [notify]);
  return isTaken;
}
