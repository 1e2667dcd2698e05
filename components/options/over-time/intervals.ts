const usual = [15, 30, 60, 120, 240, 480, 720, 1_440];

/** Minutes between two checks that one can choose from, the one that is in force among them. */
export function intervals(now: number): readonly number[] {
  return [...new Set([...usual, now])].toSorted((one, other) => one - other);
}
