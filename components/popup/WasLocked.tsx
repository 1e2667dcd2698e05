import { useEffect } from 'preact/hooks';

export interface WasLockedProps {
  /** Whether the popup knows that the keys are locked. */
  readonly isLocked: boolean;
  /** Asks the store how things are. */
  readonly onTroubled: () => void;
}

/** Stands for the trouble that something wanted a locked key: the way to unlock stands above, or comes. */
export function WasLocked({ isLocked, onTroubled }: WasLockedProps) {
  useEffect(() => {
    if (!isLocked) onTroubled();
  }, [isLocked]);
  return null;
}
