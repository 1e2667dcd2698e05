import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** `npm test` gathers the files into a few acts. A fourth browser beside three costs two cores more than it gains. */
function scenes(browser: string) {
  return {
    test: {
      name: `scenes-${browser}`,
      include: [process.env.LATCHKEY_ACTS ? 'tests/e2e/acts/*.act.ts' : 'tests/e2e/*.scene.ts'],
      env: { LATCHKEY_BROWSER: browser },
      maxWorkers: browser === 'chromium' ? 2 : 1,
      // Three browsers on a small machine miss a deadline now and then. What fails twice is broken.
      retry: 1,
      testTimeout: 120_000,
      hookTimeout: 90_000,
    },
  };
}

/** Blows of every kind, in a browser of its own each; nothing here is tried twice. */
function chaos(browser: string) {
  return {
    test: {
      name: `chaos-${browser}`,
      include: ['tests/chaos/*.chaos.ts'],
      env: { LATCHKEY_BROWSER: browser },
      maxWorkers: 1,
      testTimeout: 3_600_000,
      hookTimeout: 90_000,
    },
  };
}

/** Rooms that keep something: each of their tests has a store and a browser of its own. */
const lives = ['utils/background', 'utils/bridge', 'utils/store'];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          // Some of them wait for most of their time.
          maxWorkers: 3,
          // On a machine that is busy with other work, months take their time.
          testTimeout: 30_000,
          include: [...lives.map((room) => `${room}/**/*.test.ts`), 'sandbox/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'pure',
          maxWorkers: 2,
          // The units run beside them.
          testTimeout: 30_000,
          // What keeps nothing can share one life: it halves their time.
          isolate: false,
          include: ['utils/**/*.test.ts', 'components/**/*.test.{ts,tsx}'],
          exclude: lives.map((room) => `${room}/**`),
        },
      },
      scenes('chromium'),
      scenes('firefox'),
      chaos('chromium'),
      chaos('firefox'),
    ],
  },
});
