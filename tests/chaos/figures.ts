/** How often each campaign strikes: as promised, and as often as every `npm test` can afford. */
const figures = {
  WORKER_KILLS: [200, 3],
  BROWSER_KILLS_CHROMIUM: [40, 1],
  BROWSER_KILLS_FIREFOX: [20, 1],
  JOINS: [50, 2],
  ROTATIONS: [50, 2],
  FLUSHES: [20, 2],
  QUEUE: [100, 4],
} as const;

/** `LATCHKEY_WORKER_KILLS=1000` says it for one, `LATCHKEY_SMALL=1` takes the small ones. */
export function figure(name: keyof typeof figures): number {
  const told = process.env[`LATCHKEY_${name}`];
  return told === undefined ? figures[name][process.env.LATCHKEY_SMALL ? 1 : 0] : Number(told);
}
