import * as v from 'valibot';
import type { Account } from '../../model/account';
import { accountShape, accountsItem, readOwn } from '../../store/items';
import { calibrated, derived, mustBeLong } from '../../store/passphrase';
import { fromBase64, seal, sealedShape, toBase64, unseal } from '../../store/seal';
import { allSecrets } from '../../store/vault';
import { Trouble } from '../../trouble';

/** Bound to the ciphertext: it opens as nothing else. */
const about = 'latchkey backup keys';
/** A file may name more rounds than anybody could wait for. */
const mostIterations = 10_000_000;
/** Of whoever opens a file with fewer, the passphrase would be guessed too soon to have been worth typing. */
const leastIterations = 100_000;

const fileShape = v.object({
  cipher: v.literal('AES-256-GCM'),
  about: v.literal(about),
  kdf: v.object({
    name: v.literal('PBKDF2'),
    hash: v.literal('SHA-256'),
    iterations: v.pipe(v.number(), v.integer(), v.minValue(leastIterations), v.maxValue(mostIterations)),
    salt: v.pipe(v.string(), v.maxLength(200)),
  }),
  ...sealedShape.entries,
});

/** The keys of one account: with all that says where they may be sent, so that no file can lead them elsewhere. */
export type Keyed = Pick<Account, 'make' | 'server' | 'fields'> & {
  readonly secrets: Readonly<Record<string, string>>;
};

const contentShape: v.GenericSchema<unknown, Keyed[]> = v.array(
  v.object({
    ...v.pick(accountShape, ['make', 'server', 'fields']).entries,
    secrets: v.record(v.string(), v.string()),
  }),
);

interface Typed {
  /** For the file. */
  readonly passphrase: string;
  /** The vault's own, where it has one. */
  readonly own: string;
  /** In rounds; as many as take half a second here. */
  readonly cost?: number;
}

/** Every key that is kept, sealed with a passphrase, as JSON. Nothing of them leaves this room in the clear. */
export async function sealedKeys({ passphrase, own, cost }: Typed): Promise<string> {
  mustBeLong(passphrase);
  const [secrets, accounts] = await Promise.all([allSecrets(own), readOwn(accountsItem)]);
  const keyed = accounts
    .map(({ id, make, server, fields }): Keyed => ({ make, server, fields, secrets: secrets[id] ?? {} }))
    .filter((one) => Object.keys(one.secrets).length > 0);
  const iterations = cost ?? (await calibrated());
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const sealed = await seal(await derived(passphrase, salt, iterations), about, JSON.stringify(keyed));
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt: toBase64(salt) };
  return JSON.stringify({ cipher: 'AES-256-GCM', about, kdf, ...sealed });
}

/** What was sealed so. Rejects with `wrong-file-passphrase`, or `not-a-backup` where it was never sealed by us. */
export async function openedKeys(text: string, passphrase: string): Promise<readonly Keyed[]> {
  const { kdf, iv, data } = sealedIn(text);
  const key = await derived(passphrase, bytesIn(kdf.salt), kdf.iterations);
  const opened = await unseal(key, about, { iv, data });
  if (opened === undefined) throw new Trouble('wrong-file-passphrase');
  return contentIn(opened);
}

function sealedIn(text: string): v.InferOutput<typeof fileShape> {
  try {
    return v.parse(fileShape, JSON.parse(text));
  } catch {
    throw new Trouble('not-a-backup');
  }
}

function contentIn(text: string): readonly Keyed[] {
  try {
    return v.parse(contentShape, JSON.parse(text));
  } catch {
    throw new Trouble('not-a-backup');
  }
}

function bytesIn(text: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(text);
  } catch {
    throw new Trouble('not-a-backup');
  }
}
