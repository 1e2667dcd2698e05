import { createHash } from 'node:crypto';

/** WhatsApp's limit of members. */
export const capacity = 1024;

export type Role = 'participant' | 'admin' | 'superadmin';

/** One code a group has had; without `retiredAt` it is the current one. Times in milliseconds. */
export interface Issued {
  readonly code: string;
  readonly since: number;
  readonly retiredAt?: number;
}

/** A group as WhatsApp knows it. Only our accounts have names in `roles`; strangers are made up when asked for. */
export interface Group {
  readonly id: string;
  readonly subject: string;
  readonly description: string;
  /** In seconds, as WhatsApp counts. */
  readonly createdAt: number;
  readonly size: number;
  readonly roles: Readonly<Record<string, Role>>;
  readonly pending: readonly string[];
  readonly removed: readonly string[];
  readonly codes: readonly Issued[];
  readonly pictured: boolean;
  readonly approval: boolean;
  readonly announce: boolean;
  readonly locked: boolean;
  /** Every member may read the link, not only admins. */
  readonly membersShare: boolean;
  readonly kind: 'group' | 'community' | 'announcement';
  readonly parent?: string;
}

export interface Person {
  readonly phone: string;
  readonly lid: string;
  readonly name: string;
  readonly role: Role;
}

/** The WhatsApp accounts behind the gateways' sessions. */
export const accounts: Readonly<Record<string, Omit<Person, 'role'>>> = {
  demo: { phone: '33612345678', lid: '201145678901234', name: 'Léa Marchand' },
  big: { phone: '4915112345678', lid: '201198765432109', name: 'Growth Desk' },
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The nth code of a group: 22 letters and digits, the same for the same seed. */
export function mint(seed: string, id: string, nth: number): string {
  const bytes = createHash('sha256').update(`${seed}/${id}/${nth}`).digest();
  return Array.from(bytes.subarray(0, 22), (byte) => letters[byte % letters.length]).join('');
}

export function currentCode(group: Group): string {
  return group.codes.at(-1)?.code ?? '';
}

export function isAdmin(role: Role | undefined): boolean {
  return role === 'admin' || role === 'superadmin';
}

/** Everybody in a group: the creator, two admins, our accounts, then strangers, always the same ones. */
export function peopleOf(group: Group): Person[] {
  const ours = Object.entries(group.roles).flatMap(([name, role]) => {
    const account = accounts[name];
    return account ? [{ ...account, role }] : [];
  });
  const strangers = Array.from({ length: Math.max(0, group.size - ours.length) }, (_, nth) => stranger(group, nth));
  const people = [...strangers.slice(0, 3), ...ours, ...strangers.slice(3)];
  return people.sort((one, other) => rank(one) - rank(other));
}

/** All that an invite query tells of the members: the creator alone. */
export function fewOf(group: Group): Person[] {
  return peopleOf(group).slice(0, 1);
}

function stranger(group: Group, nth: number): Person {
  const base = Number(group.id.slice(9, 18)) + nth * 17;
  const number = String(base % 100_000_000).padStart(8, '0');
  const owned = Object.values(group.roles).includes('superadmin');
  const role = nth > 2 ? 'participant' : nth === 0 && !owned ? 'superadmin' : 'admin';
  return { phone: `336${number}`, lid: `1${number}${String(base % 999_983).padStart(6, '0')}`, name: '', role };
}

function rank(person: Person): number {
  return person.role === 'superadmin' ? 0 : person.role === 'admin' ? 1 : 2;
}
