import { mkdir } from 'node:fs/promises';
import type { BrowserName } from './browser/browser.ts';
import { launch } from './browser/launch.ts';
import { ownCertificate } from './certificate.ts';
import { entryFor } from './entries.ts';
import { openOptions } from './faces/options.ts';
import { wordsOf } from './faces/words.ts';
import { mainJob } from './main-job.ts';
import { playground } from './playground.ts';
import { type Sandbox, startSandbox, welcome } from './serve.ts';

const [, , name, mode] = process.argv;
const browserName: BrowserName = name === 'firefox' ? 'firefox' : 'chromium';
const headless = mode === 'headless';
const extension = `.output/${browserName === 'chromium' ? 'chrome' : 'firefox'}-mv3`;

const publicHosts = ['chat.whatsapp.com', 'pps.whatsapp.net'];

await mkdir('.sandbox', { recursive: true });
const sandbox = await startOn(8477, 8497);
console.log(welcome(sandbox));

// What Latchkey asks WhatsApp's public pages stays here too.
const hosts = Object.fromEntries(publicHosts.map((host) => [host, sandbox.securePort ?? sandbox.port]));
const browser = await launch(browserName, { extension, headless, hosts });
try {
  const words = await wordsOf(extension);
  await browser.grantHosts();
  const options = await openOptions(browser, words);
  await options.connect(entryFor('wawp', 'demo', sandbox.url));
  const stage = { browser, sandbox, words, options };
  process.exitCode = headless ? await mainJob(stage) : await playground(stage);
} finally {
  await browser.close();
  await sandbox.close();
}

/** The sandbox on the first free port of a few, with the world as it was left. */
async function startOn(port: number, last: number): Promise<Sandbox> {
  try {
    return await startSandbox({ port, file: '.sandbox/world.sqlite', secureDoor: papers() });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || port >= last) throw error;
    return startOn(port + 1, last);
  }
}

/** Nothing without openssl: then the public pages cannot be read, and all else works. */
function papers() {
  try {
    return ownCertificate(publicHosts);
  } catch {
    return undefined;
  }
}
