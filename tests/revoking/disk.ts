import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Busy, Power } from './power';

interface Holder {
  readonly life: Power;
  readonly busy: Busy;
}

/** What a disk refuses: a write into a room, by what is written. */
export type Refuses = (room: string, value: unknown) => boolean;

const holders = new WeakMap<IDBDatabase, Holder>();
const refusals = new WeakMap<Power, Refuses>();

/** A disk of its own for a machine. */
export const newDisk = (): IDBFactory => new IDBFactory();

/** The disk as one life of the background sees it. */
export function diskFor(factory: IDBFactory, holder: Holder, refuses?: Refuses): IDBFactory {
  if (refuses) refusals.set(holder.life, refuses);
  return new Proxy(factory, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== 'open') return value.bind(target);
      return (database: string, version?: number) => {
        if (!holder.life.goesOn()) return new IDBOpenDBRequest();
        const over = holder.busy.begin();
        const request = target.open(database, version);
        const taken = () => holders.set(request.result, holder);
        request.addEventListener('upgradeneeded', taken);
        request.addEventListener('success', taken);
        for (const end of ['success', 'error', 'blocked']) request.addEventListener(end, over);
        return request;
      };
    },
  });
}

const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...given) {
  const holder = holders.get(this);
  if (!holder) return begin.apply(this, given);
  const { life } = holder;
  if (!life.goesOn()) throw new DOMException('The life is over', 'InvalidStateError');
  const transaction = begin.apply(this, given);
  const over = holder.busy.begin();
  for (const end of ['complete', 'abort', 'error']) transaction.addEventListener(end, over);
  // What was not committed when the browser ended the life never was.
  life.atEnd(() => {
    over();
    ended(transaction);
  });
  return transaction;
};

for (const name of ['put', 'add', 'delete'] as const) {
  const write = IDBObjectStore.prototype[name] as (...given: unknown[]) => IDBRequest;
  Reflect.set(IDBObjectStore.prototype, name, function (this: IDBObjectStore, ...given: unknown[]) {
    const life = holders.get(this.transaction.db)?.life;
    if (life && !life.goesOn()) throw new DOMException('The life is over', 'InvalidStateError');
    if (life && refusals.get(life)?.(this.name, given[0])) {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    }
    return write.apply(this, given);
  });
}

/** Nobody is left to hear of it. */
function ended(transaction: IDBTransaction): void {
  const requests: { request: IDBRequest }[] = Reflect.get(transaction, '_requests');
  for (const one of [transaction, ...requests.map(({ request }) => request)]) Reflect.set(one, 'listeners', []);
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}
