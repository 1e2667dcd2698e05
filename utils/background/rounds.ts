/**
 * Has something done at most once at a time for each key, and no sooner again than after a breath: a page may ask as often
 * as it likes. What is asked for in between is done once more at the end, or is as good as done.
 */
export function rounds(breathMs: number, between: 'once more' | 'done') {
  const under = new Map<string, { readonly ended: Promise<void>; again?: () => Promise<void> }>();

  function begin(key: string, work: () => Promise<void>): Promise<void> {
    const round: { readonly ended: Promise<void>; again?: () => Promise<void> } = { ended: work() };
    under.set(key, round);
    void round.ended
      .catch(() => {})
      .then(() => new Promise((over) => setTimeout(over, breathMs)))
      .then(() => {
        under.delete(key);
        if (round.again) void begin(key, round.again).catch(() => {});
      });
    return round.ended;
  }

  return (key: string | number, work: () => Promise<void>): Promise<void> => {
    const round = under.get(String(key));
    if (!round) return begin(String(key), work);
    if (between === 'once more') round.again = work;
    return round.ended;
  };
}
