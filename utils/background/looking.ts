import type { InviteCode } from '../invite-link';
import type { AccountId, Probe } from '../model';
import type { Preview } from '../providers/preview-in';
import { publicServer, readPicture, readPublicPage } from '../providers/public-page';
import { accountsItem, read } from '../store/items';
import { asTrouble, Trouble, type TroubleKind } from '../trouble';
import { isAllowed, opened } from './opened';
import type { Told } from './sight-of';
import { inTurn, isResting, type Who } from './turns';

/** Who may be asked about a link. */
export interface Ways {
  /** In the order in which they are asked. */
  readonly accounts: readonly AccountId[];
  readonly page: boolean;
  readonly pictures: boolean;
}

const pictureServer = 'https://pps.whatsapp.net';

export async function waysTo(account: AccountId | undefined): Promise<Ways> {
  const [accounts, page, pictures] = await Promise.all([
    account === undefined ? usable() : [account],
    isAllowed(publicServer),
    isAllowed(pictureServer),
  ]);
  return { accounts, page, pictures };
}

/** Accounts whose host the browser lets us talk to; where there is none, one that says so when it is asked. */
async function usable(): Promise<AccountId[]> {
  const accounts = await read(accountsItem);
  const allowed = await Promise.all(accounts.map(({ server }) => isAllowed(server)));
  const able = accounts.filter((_, place) => allowed[place]);
  return (able.length > 0 ? able : accounts.slice(0, 1)).map(({ id }) => id);
}

/** Asks a gateway, and the public page for what that left open. Never rejects. */
export async function told(code: InviteCode, ways: Ways, who: Who): Promise<Told> {
  const gateway = await throughGateways(code, ways.accounts, who);
  if (!ways.page || !(await isWorthAsking(gateway, ways))) return { gateway };
  const page = await inTurn('page', who, () => readPublicPage(code)).catch(asTrouble);
  if (page instanceof Trouble) return { gateway, page };
  return { gateway, page, picture: await pictureOn(page) };
}

/** Of a group that a gateway has shown, only the picture is missing; of a link that it knows to be dead, nothing. */
async function isWorthAsking(gateway: Probe | Trouble | undefined, { pictures }: Ways): Promise<boolean> {
  if (gateway === undefined) return true;
  if (gateway instanceof Trouble) return gateway.kind !== 'link-retired' && gateway.kind !== 'link-invalid';
  return (pictures || gateway.name === '') && !(await isResting('page'));
}

async function pictureOn({ image }: Preview): Promise<string | undefined> {
  return image !== null && (await isAllowed(image)) ? readPicture(image) : undefined;
}

async function throughGateways(
  code: InviteCode,
  accounts: readonly AccountId[],
  who: Who,
): Promise<Probe | Trouble | undefined> {
  let last: Trouble | undefined;
  for (const account of accounts) {
    const seen = await inTurn(account, who, async () => (await opened(account)).gateway.probe(code)).catch(asTrouble);
    // What WhatsApp said holds for every account; only a gateway's own trouble is worth asking the next one.
    if (!(seen instanceof Trouble) || !aboutTheGateway.has(seen.kind)) return seen;
    last ??= seen;
  }
  return last;
}

const aboutTheGateway: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  ...(['no-permission', 'unreachable', 'timed-out', 'redirected', 'not-a-gateway', 'cut-off', 'too-big'] as const),
  ...(['key-refused', 'key-limited', 'no-session', 'session-down', 'slow-down', 'gateway-failed'] as const),
  ...(['lacks', 'secrets-lost', 'too-soon'] as const),
]);
