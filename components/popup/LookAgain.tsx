import { useEffect } from 'preact/hooks';
import { type Choice, isAskable } from './choice';
import { type InviteNow, isFresh } from './use-invite';

/** What is heard on the window of the side panel when somebody comes back to it. */
export const backAgain = 'back-again';

interface LookAgainProps {
  readonly choice: Choice;
  readonly invite: InviteNow;
}

/** Keeps an invite true in the side panel, which stays for hours. Draws nothing. */
export function LookAgain({ choice, invite }: LookAgainProps) {
  useEffect(() => {
    const gone = new AbortController();
    const look = async () => {
      const known = await invite.recall();
      if (isAskable(choice) && !isFresh(known)) await invite.read();
    };
    addEventListener(backAgain, look, { signal: gone.signal });
    return () => gone.abort();
  }, []);
  return null;
}
