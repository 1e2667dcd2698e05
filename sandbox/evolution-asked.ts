import type { Ask } from './dialect.ts';
import { Exception } from './evolution-errors.ts';

/** From the body or the query; the server's name is added where it is wanting. */
export function groupJid({ call: { body, query } }: Ask): string {
  const given = body?.groupJid ?? query.get('groupJid');
  if (typeof given !== 'string' || given === '') {
    throw new Exception(400, 'The group id needs to be informed in the query', 'ex: "groupJid=120362@g.us"');
  }
  const jid = given.endsWith('@g.us') ? given : `${given}@g.us`;
  if (/^[\d-]+@g.us$/.test(jid)) return jid;
  throw new Exception(400, invalid('groupJid', 'does not match pattern "^[\\\\d-]+@g.us$"'));
}

/** Bare codes only. */
export function inviteCode({ call: { query } }: Ask): string {
  const given = query.get('inviteCode');
  if (!given) {
    throw new Exception(
      400,
      'The group invite code id needs to be informed in the query',
      'ex: "inviteCode=F1EX5QZxO181L3TMVP31gY" (Obtained from group join link)',
    );
  }
  if (/^[a-zA-Z0-9]{22}$/.test(given)) return given;
  throw new Exception(400, invalid('inviteCode', 'does not match pattern "^[a-zA-Z0-9]{22}$"'));
}

/** One complaint of the validation. */
export const invalid = (property: string, why: string) => ({ property, message: `${property} ${why}` });

/** Of messages, the complaint is a list in a list. */
export function needed({ call: { body } }: Ask, name: string): string {
  const value = body?.[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Exception(400, [`instance requires property "${name}"`]);
}
