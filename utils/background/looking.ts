import type { InviteCode } from '../invite-link';
import type { Account, AccountId } from '../model/account';
import type { Probe } from '../model/sight';
import { mayTell, tellerOf } from '../providers/makes';
import type { Preview } from '../providers/preview-in';
import { publicServer, readPicture, readPublicPage } from '../providers/public-page';
import { accountsItem, read } from '../store/items';
import { asTrouble, Trouble, type TroubleKind } from '../trouble';
import { opened } from './opened';
import { noteSent } from './sent';
import type { Told } from './sight-of';
import { inTurn, isResting, type Who } from './turns';
import { isAllowed, isWithin } from './within';

/** Who may be asked about a link. */
export interface Ways {
  /** In the order in which they are asked. */
  readonly accounts: readonly AccountId[];
  readonly page: boolean;
  readonly pictures: boolean;
}

const pictureServer = 'https://pps.whatsapp.net';

/** Who may be asked about a code: this account alone, or all; and WhatsApp, unless a make has the code to itself. */
export async function waysTo(code: InviteCode, account?: AccountId): Promise<Ways> {
  const isPublic = tellerOf(code) === undefined;
  const [accounts, page, pictures] = await Promise.all([
    usable(code, account),
    isPublic && isAllowed(publicServer),
    isPublic && isAllowed(pictureServer),
  ]);
  return { accounts, page, pictures };
}

/** Accounts that may tell and can be reached; where there is none, one that says so when it is asked. */
async function usable(code: InviteCode, only: AccountId | undefined): Promise<AccountId[]> {
  const all = await read(accountsItem);
  // One that is not there any more says so itself.
  if (only !== undefined) return all.some((one) => one.id === only && !isAskable(one, code)) ? [] : [only];
  const accounts = all.filter((account) => isAskable(account, code));
  const allowed = await Promise.all(accounts.map(isWithin));
  const able = accounts.filter((_, place) => allowed[place]);
  return (able.length > 0 ? able : accounts.slice(0, 1)).map(({ id }) => id);
}

/** Whether an account's make may be asked about a code at all. */
export function isAskable(account: Pick<Account, 'make'>, code: InviteCode): boolean {
  return mayTell(account.make, code);
}

/** Asks a gateway, and the public page for what that left open. Rejects only where it has been called off. */
export async function told(code: InviteCode, ways: Ways, who: Who): Promise<Told> {
  const gateway = await throughGateways(code, ways.accounts, who);
  heedOff(who);
  if (!ways.page || !(await isWorthAsking(gateway, ways))) return { gateway };
  const page = await inTurn('page', who, () => readPublicPage(code, { sending: noteSent('page') })).catch(asTrouble);
  if (page instanceof Trouble) return { gateway, page };
  return { gateway, page, picture: await pictureOn(page) };
}

function heedOff({ isOff }: Who): void {
  if (isOff?.()) throw new Trouble('not-allowed');
}

/** Of a group that a gateway has shown, only the picture is missing; of a link that it knows to be dead, nothing. */
async function isWorthAsking(gateway: Probe | Trouble | undefined, { pictures }: Ways): Promise<boolean> {
  if (gateway === undefined) return true;
  if (gateway instanceof Trouble) return gateway.kind !== 'link-retired' && gateway.kind !== 'link-invalid';
  return (pictures || gateway.name === '') && !(await isResting('page'));
}

async function pictureOn({ image }: Preview): Promise<string | undefined> {
  return image !== null && (await isAllowed(image)) ? readPicture(image, { sending: noteSent('photo') }) : undefined;
}

async function throughGateways(
  code: InviteCode,
  accounts: readonly AccountId[],
  who: Who,
): Promise<Probe | Trouble | undefined> {
  let last: Trouble | undefined;
  for (const account of accounts) {
    const probe = async () => {
      const { gateway } = await opened(account);
      heedOff(who);
      return gateway.probe(code);
    };
    // Whoever asks nobody outside needs no pace.
    const seen = await (tellerOf(code) ? probe() : inTurn(account, who, probe)).catch(asTrouble);
    // What WhatsApp said holds for every account; only a gateway's own trouble is worth asking the next one.
    if (!(seen instanceof Trouble) || !aboutTheGateway.has(seen.kind)) return seen;
    last ??= seen;
  }
  return last;
}

/** What one gateway alone has to do with: another one may know. */
export const aboutTheGateway: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  ...(['no-permission', 'unreachable', 'timed-out', 'redirected', 'not-a-gateway', 'cut-off', 'too-big'] as const),
  ...([
    'closed-port',
    'no-port',
    'no-such-host',
    'bad-certificate',
    'not-tls',
    'origin-refused',
    'wrong-path',
  ] as const),
  ...(['key-refused', 'key-limited', 'no-session', 'session-down', 'slow-down', 'gateway-failed'] as const),
  // Evolution says no more of a link that it could not look behind, whatever the cause.
  ...(['lacks', 'secrets-lost', 'too-soon', 'link-unknown'] as const),
]);
