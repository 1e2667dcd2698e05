import { Trouble } from '../trouble';
import { deviceKey } from './device-key';
import { change, read, vaultItem } from './items';
import { leastIterations, mustBeLong, unwrap, type Wrapped, wrap } from './passphrase';
import { type Sealed, seal, unseal } from './seal';
import { countTry, forgetTries, waitNow } from './tries';
import { forgetUnlocked, keepUnlocked, unlockedKey, vaultKeyOf } from './unlocked';

type Secrets = Readonly<Record<string, string>>;
type AllSecrets = Readonly<Record<string, Secrets>>;
type AllSealed = Record<string, Record<string, Sealed>>;

/** Seals an account's secrets: by this browser's own key, or by the vault key where there is a passphrase. */
export async function keepSecrets(account: string, secrets: Secrets): Promise<void> {
  if (Object.keys(secrets).length === 0) return;
  await alone(async () => {
    const { lock } = await read(vaultItem);
    const fresh = await sealed(await keyBehind(lock), { [account]: secrets });
    await change(vaultItem, (vault) => ({
      ...vault,
      secrets: { ...vault.secrets, [account]: { ...vault.secrets[account], ...fresh[account] } },
    }));
  });
}

/** Opens an account's secrets. For the gateway's use alone: they are never part of an answer. */
export async function openSecrets(account: string): Promise<Secrets> {
  const { secrets, lock } = await read(vaultItem);
  const kept = secrets[account] ?? {};
  if (Object.keys(kept).length === 0) return {};
  return (await opened(await keyBehind(lock), { [account]: kept }))[account] ?? {};
}

/**
 * Every secret by account, for whoever types the passphrase once more where there is one; for sealing alone. Rejects with
 * `vault-locked`, or `wrong-passphrase` and how long the next try must wait.
 */
export function allSecrets(passphrase: string): Promise<AllSecrets> {
  return alone(async () => {
    const { lock, secrets } = await read(vaultItem);
    const key = await keyBehind(lock);
    if (lock) await tried(lock, passphrase);
    return opened(key, secrets);
  });
}

/** Which secrets are kept, by account. Names are no secret: they are known while the vault is locked, too. */
export async function secretNames(): Promise<Readonly<Record<string, readonly string[]>>> {
  const { secrets } = await read(vaultItem);
  return Object.fromEntries(Object.entries(secrets).map(([account, kept]) => [account, Object.keys(kept)]));
}

export function forgetSecrets(account: string): Promise<void> {
  return alone(async () => {
    await change(vaultItem, (vault) => {
      const { [account]: _, ...others } = vault.secrets;
      return { ...vault, secrets: others };
    });
  });
}

/** Whether there is a passphrase, and whether it has to be typed first. */
export async function lockState(): Promise<{ readonly passphrase: boolean; readonly locked: boolean }> {
  const { lock } = await read(vaultItem);
  if (!lock) return { passphrase: false, locked: false };
  const locked = await unlockedKey(lock).then(
    () => false,
    () => true,
  );
  return { passphrase: true, locked };
}

/** False also where nobody can tell: whoever needs a key learns why. */
export function isLocked(): Promise<boolean> {
  return lockState().then(
    ({ locked }) => locked,
    () => false,
  );
}

/** Rejects with `wrong-passphrase`, and how long the next try must wait. */
export function unlock(passphrase: string): Promise<void> {
  return alone(async () => {
    const { lock } = await read(vaultItem);
    if (!lock) return;
    const vaultKey = await tried(lock, passphrase);
    await keepUnlocked(lock, vaultKey);
    // Another wrapping of the same key. If it cannot be kept now, the next unlocking does it.
    if (lock.iterations < leastIterations) await rewrapped(lock, vaultKey, passphrase).catch(() => undefined);
  });
}

/**
 * Sets, changes or (empty `next`) removes the passphrase. Everything is sealed anew beside what there is, by a new key,
 * and takes its place in one write: whenever the browser is stopped, the vault opens by the old passphrase or the new one.
 */
export function protect({ old, next }: { readonly old: string; readonly next: string }): Promise<void> {
  return alone(async () => {
    const { secrets, lock } = await read(vaultItem);
    if (next !== '') mustBeLong(next);
    const before = lock ? await vaultKeyOf(await tried(lock, old)) : await deviceKey();
    const all = await opened(before, secrets);
    if (next === '') return unprotected(all);
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const fresh = await wrap(bytes, next, { device: await deviceKey(), id: crypto.randomUUID() });
    const resealed = await sealed(await vaultKeyOf(bytes), all);
    await change(vaultItem, () => ({ secrets: resealed, lock: fresh }));
    await keepUnlocked(fresh, bytes);
  });
}

/** Forgets every secret, and the passphrase with them: the only way on for somebody who has lost it. */
export function forgetAllSecrets(): Promise<void> {
  return alone(async () => {
    await change(vaultItem, () => vaultItem.fallback);
    await forgetUnlocked();
    await forgetTries();
  });
}

async function unprotected(all: AllSecrets): Promise<void> {
  const resealed = await sealed(await deviceKey(), all);
  await change(vaultItem, () => ({ secrets: resealed }));
  await forgetUnlocked();
}

/** One try at a passphrase, if it is time for one. A short one or none at all takes the same way as a wrong one. */
async function tried(lock: Wrapped, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const waitMs = await waitNow(Date.now());
  if (waitMs > 0) throw new Trouble('wrong-passphrase', { waitMs });
  const nextMs = await countTry(Date.now());
  const vaultKey = await unwrap(lock, passphrase, await deviceKey());
  if (!vaultKey) throw new Trouble('wrong-passphrase', { waitMs: nextMs });
  await forgetTries();
  return vaultKey;
}

async function rewrapped({ id }: Wrapped, vaultKey: Uint8Array, passphrase: string): Promise<void> {
  const lock = await wrap(vaultKey, passphrase, { device: await deviceKey(), id });
  await change(vaultItem, (vault) => ({ ...vault, lock }));
}

function keyBehind(lock: Wrapped | undefined): Promise<CryptoKey> {
  return lock ? unlockedKey(lock) : deviceKey();
}

/** What is read, sealed and written in several steps must not be changed by anybody else between them. */
function alone<T>(deed: () => Promise<T>): Promise<T> {
  return navigator.locks.request('vault', deed);
}

/** Each bound to its account, so that no secret can be moved to another server's. */
function sealed(key: CryptoKey, all: AllSecrets): Promise<AllSealed> {
  return eachSecret(all, (account, secret) => seal(key, account, secret));
}

function opened(key: CryptoKey, all: AllSealed): Promise<Record<string, Record<string, string>>> {
  return eachSecret(all, async (account, kept) => {
    const secret = await unseal(key, account, kept);
    if (secret === undefined) throw new Trouble('secrets-lost');
    return secret;
  });
}

async function eachSecret<From, To>(
  all: Readonly<Record<string, Readonly<Record<string, From>>>>,
  turn: (account: string, from: From) => Promise<To>,
): Promise<Record<string, Record<string, To>>> {
  const accounts = Object.entries(all).map(async ([account, fields]) => {
    const turned = Object.entries(fields).map(async ([field, from]) => [field, await turn(account, from)] as const);
    return [account, Object.fromEntries(await Promise.all(turned))] as const;
  });
  return Object.fromEntries(await Promise.all(accounts));
}
