const longMs = 200;

/**
 * When what was drawn stands on the screen: at the frame after the one that shows it. What is not seen is never painted:
 * then it has been long enough.
 */
export function painted(): Promise<void> {
  return new Promise((go) => {
    requestAnimationFrame(() => requestAnimationFrame(() => go()));
    setTimeout(go, longMs);
  });
}
