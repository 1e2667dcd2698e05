/** How long somebody must have had the window before their eyes until its button can be pressed. */
export const armMs = 800;

/** Whether what stands in the window has been seen for long enough. `since` is when it came into view, if it is. */
export function isArmed(since: number | undefined, now: number): boolean {
  return since !== undefined && now - since >= armMs;
}

interface Key {
  readonly key: string;
  readonly repeat: boolean;
}

/**
 * Keeps a key that was already down when the window came up, or is held down, from pressing a button. Such a key means
 * nothing until it has been let go.
 */
export function heldKeys() {
  const held = new Set<string>();
  const presses = ({ key }: Key) => key === 'Enter' || key === ' ';
  return {
    /** Whether this key press must come to nothing. */
    down(event: Key, armed: boolean): boolean {
      if (!presses(event) || !(event.repeat || !armed || held.has(event.key))) return false;
      held.add(event.key);
      return true;
    },
    /** Whether this letting go must come to nothing: the space bar presses a button when it comes up. */
    up(event: Key): boolean {
      return held.delete(event.key);
    },
  };
}
