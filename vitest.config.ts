import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Scenes mostly wait for their browser, so two files go side by side; more would fight for a small machine. */
function scenes(browser: string) {
  return {
    test: {
      name: `scenes-${browser}`,
      include: ['tests/e2e/*.scene.ts'],
      env: { LATCHKEY_BROWSER: browser },
      maxWorkers: 2,
      // Four browsers on a small machine miss a deadline now and then. What fails twice is broken.
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

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          maxWorkers: 2,
          include: [
            'utils/**/*.test.{ts,tsx}',
            'components/**/*.test.{ts,tsx}',
            'sandbox/**/*.test.ts',
            'tests/*.test.ts',
          ],
        },
      },
      scenes('chromium'),
      scenes('firefox'),
      chaos('chromium'),
      chaos('firefox'),
    ],
  },
});
