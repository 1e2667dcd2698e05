import { bareCode, type InviteCode } from '../utils/invite-link';
import type { Verb } from '../utils/model/account';
import type { Gateway } from '../utils/providers/provider';
import { aGroup, anInvite } from './hostile-answers';

/** An invite that every test may ask for. */
export const askedCode: InviteCode = codeOf(anInvite);

/** Each verb, asked of a gateway about one group and one invite. */
export const asked: Readonly<Record<Verb, (gateway: Gateway) => Promise<unknown>>> = {
  session: (gateway) => gateway.session(),
  groups: (gateway) => gateway.groups(),
  group: (gateway) => gateway.group(aGroup),
  members: (gateway) => gateway.members(aGroup),
  picture: (gateway) => gateway.picture(aGroup),
  invite: (gateway) => gateway.invite(aGroup),
  revoke: (gateway) => gateway.revoke(aGroup),
  probe: (gateway) => gateway.probe(askedCode),
  join: (gateway) => gateway.join(askedCode),
  leave: (gateway) => gateway.leave(aGroup),
  send: (gateway) => gateway.send(aGroup, 'hi'),
};

export const verbs = Object.keys(asked) as Verb[];

function codeOf(text: string): InviteCode {
  const code = bareCode(text);
  if (!code) throw new Error('Not a code');
  return code;
}
