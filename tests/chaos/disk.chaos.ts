import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Envelope } from './asking.ts';
import { type Ground, ground, judged, recalled } from './ground.ts';

const megabytes = 400;

it('retires nothing while the database has no room, and keeps what it has', async () => {
  const at = await ground(3);
  await at.on.browser.evaluateInBackground(refuseToWrite);
  await refused(at, ['disk-full']);
  await at.on.browser.stopBackground();
  await whole(at);
});

it.skipIf(!canMount())('retires nothing while the disk is full, and keeps what it has', async () => {
  const profile = await smallDisk();
  const at = await ground(3, { profile });
  const { free } = await filled(profile);
  // Once it could not write, a browser may call the database broken until it is started again.
  await refused(at, ['disk-full', 'store-failed']);
  await free();
  await at.on.browser.restart();
  await at.reopened();
  await whole(at);
});

/** Every group is tried; nothing may have left, and the first words must name the cause. */
async function refused(at: Ground, kinds: readonly string[]): Promise<void> {
  const told: (string | undefined)[] = [];
  for (const { id, code } of at.groups) {
    const asked = { account: at.account, group: id, code };
    told.push((await at.tab().evaluate(askInPage, { question: 'invite.revoke', asked })).trouble?.kind);
  }
  console.log('told', told);
  expect(told[0]).toBe('disk-full');
  for (const kind of told) expect(kinds).toContain(kind);
  expect(await at.on.revocations()).toEqual([]);
}

/** With room again, everything is there, and a revocation goes through. */
async function whole(at: Ground): Promise<void> {
  for (const { id, code } of at.groups) expect((await recalled(at, id)).code).toBe(code);
  const [group] = at.groups;
  const asked = { account: at.account, group: group?.id, code: group?.code };
  const { trouble } = await at.tab().evaluate(askInPage, { question: 'invite.revoke', asked });
  expect(trouble).toBeUndefined();
  await judged(at);
}

function askInPage(message: { question: string; asked: unknown }): Promise<Envelope> {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
}

/** In the background: every write fails the way a browser without room makes it fail. */
function refuseToWrite(): void {
  const own = Reflect.get(self, 'wrappedJSObject') ?? self;
  const fail = () => {
    throw new own.DOMException('No room', 'QuotaExceededError');
  };
  Object.assign(own.IDBObjectStore.prototype, { put: fail, add: fail });
}

function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && !process.env.LATCHKEY_SMALL;
}

/** A folder on a file system of its own that lives in memory. */
async function smallDisk(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  onTestFinished(async () => {
    execFileSync('umount', ['-l', folder]);
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Takes all the room that is left on the disk of a folder. */
async function filled(folder: string): Promise<{ free(): Promise<void> }> {
  const path = join(folder, 'ballast');
  const file = await open(path, 'w');
  const block = Buffer.alloc(1 << 20, 1);
  for (;;) {
    const { bavail, bsize } = await statfs(folder);
    const room = Math.min(bavail * bsize, block.length);
    if (room === 0) break;
    await file.write(block, 0, room).catch(() => undefined);
  }
  await file.close();
  return { free: () => rm(path) };
}
