import { Failure } from './call.ts';
import type { Ask } from './dialect.ts';
import { accounts } from './group.ts';
import type { WahaPicks } from './waha.ts';

/** Sends a text, and gives the message as each engine shows it. */
export function wahaSent({ world, account, call: { body } }: Ask, { engine }: WahaPicks): unknown {
  const { chatId, text } = body ?? {};
  if (typeof chatId !== 'string') {
    throw new Failure(500, 'type_error', "Cannot read properties of undefined (reading 'includes')");
  }
  const { id, at } = world.send(account, chatId, String(text ?? ''));
  const timestamp = Math.floor(at / 1000);
  const from = `${accounts[account]?.phone}@c.us`;
  const serialized = `true_${chatId}_${id}`;
  switch (engine) {
    case 'NOWEB':
      return {
        key: { remoteJid: chatId, fromMe: true, id },
        message: { extendedTextMessage: { text } },
        messageTimestamp: String(timestamp),
        status: 'PENDING',
      };
    case 'WEBJS':
      return {
        id: { fromMe: true, remote: chatId, id, _serialized: serialized },
        ack: 0,
        body: text,
        from,
        to: chatId,
        fromMe: true,
        timestamp,
      };
    default:
      return { id: serialized, timestamp, from, to: chatId, fromMe: true, body: text };
  }
}
