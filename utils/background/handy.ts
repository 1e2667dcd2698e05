import type { AccountId } from '../model/account';
import type { GroupId } from '../model/group';
import { asTrouble, Trouble } from '../trouble';
import type { HandyLink } from './insert-menu';
import { read, recall } from './invites';

const freshMs = 60_000;
const usualPatienceMs = 4_000;

/** A group's link while somebody is writing: fresh from the gateway if it is quick, else the one we remember, and said so. */
export async function handyLink(account: AccountId, group: GroupId, patienceMs = usualPatienceMs): Promise<HandyLink> {
  const known = await recall({ account, group });
  if (known.code && known.seenAt && !known.open && Date.now() - known.seenAt < freshMs) {
    return { code: known.code, checked: true, seenAt: known.seenAt };
  }
  const view = await Promise.race([read({ account, group }).catch(asTrouble), late(patienceMs)]);
  if (!(view instanceof Trouble) && view.code && view.seenAt) {
    return { code: view.code, checked: !view.open, seenAt: view.seenAt };
  }
  if (known.code && known.seenAt) return { code: known.code, checked: false, seenAt: known.seenAt };
  throw view instanceof Trouble ? view : new Trouble('no-code');
}

function late(patienceMs: number): Promise<Trouble> {
  return new Promise((tell) => setTimeout(() => tell(new Trouble('timed-out')), patienceMs));
}
