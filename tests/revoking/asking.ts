import type { InviteCode } from '../../utils/invite-link';
import type { AccountId } from '../../utils/model/account';
import type { InviteView } from '../../utils/model/invite';
import type { LineageRow } from '../../utils/model/record';
import type { TroubleKind } from '../../utils/trouble';
import { makes } from '../open-gateway';
import type { Life, Machine } from './machine';

/** Somebody at a machine, with an account and a group. */
export interface Asking {
  readonly account: AccountId;
  readonly group: string;
  /** What the background remembers. */
  view(): Promise<InviteView>;
  history(): Promise<LineageRow[]>;
  /** Retires the code; how that was answered, undefined where the life ended before. */
  revoke(
    code: string,
    more?: { reason?: string; typed?: string; beside?: true },
  ): Promise<TroubleKind | 'good' | undefined>;
  /** Only begins it: no time goes by. */
  begin(code: string): void;
  /** Asks the gateway, as a face does that opens. */
  read(): Promise<InviteView | undefined>;
}

interface Who {
  readonly make: string;
  readonly url: string;
  readonly holder?: 'demo' | 'big';
}

/** Saves an account, as the form does. */
export async function account(machine: Machine, { make, url, holder = 'demo' }: Who): Promise<AccountId> {
  const entry = makes[make];
  if (!entry) throw new RangeError(`No row for ${make} in tests/open-gateway.ts`);
  const draft = { make, name: make, server: url + entry.path, ...entry[holder] };
  const saved = await machine.end(machine.life().accounts.save(draft));
  if (!saved) throw new Error('The account was not saved');
  return saved.id;
}

export function asking(machine: Machine, account: AccountId, group: string): Asking {
  const which = { account, group };
  const told = async <T>(work: (life: Life) => Promise<T>): Promise<T> => {
    const answer = await machine.end(work(machine.life()));
    if (answer === undefined) throw new Error('No answer came');
    return answer;
  };
  const revoke: (...given: Parameters<Asking['revoke']>) => Promise<TroubleKind | 'good'> = (code, more) =>
    machine
      .life()
      .invites.revoke({ ...which, code: code as InviteCode, ...more })
      .then(() => 'good' as const, kindOf);
  return {
    ...which,
    view: () => told(({ invites }) => invites.recall(which)),
    history: () => told(({ lineage }) => lineage.history(which.group)),
    read: () => machine.end(machine.life().invites.read(which)),
    revoke: (code, more) => machine.end(revoke(code, more)),
    begin: (code) => void revoke(code),
  };
}

/** The kind of a trouble of the script's, whose classes are not ours. */
function kindOf(caught: unknown): TroubleKind {
  if (caught instanceof Error && caught.name === 'Trouble') return Reflect.get(caught, 'kind');
  throw caught;
}
