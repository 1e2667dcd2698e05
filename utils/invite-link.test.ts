import { describe, expect, it } from 'vitest';
import { bareCode, inviteCode, inviteUrl } from './invite-link';

const code = 'BFakeDemo01abcdefgh12X';

const links = [
  `https://chat.whatsapp.com/${code}`,
  `http://chat.whatsapp.com/${code}`,
  `HTTPS://Chat.WhatsApp.Com/${code}`,
  `chat.whatsapp.com/${code}`,
  `https://chat.whatsapp.com/invite/${code}`,
  `https://chat.whatsapp.com/${code}/`,
  `https://chat.whatsapp.com:443/${code}`,
  `https://chat.whatsapp.com/${code}?mode=ems_copy_t`,
  `https://chat.whatsapp.com/${code}?s=cl&p=a&mlu=4&ilr=4#top`,
  `  https://chat.whatsapp.com/\u200b${code}\n`,
  `https://chat%2Ewhatsapp%2Ecom/${code}`,
  `https://web.whatsapp.com/accept?code=${code}&utm_campaign=wa_chat_v2`,
  `https://web.whatsapp.com/accept/?code=${code}`,
  `whatsapp://chat?code=${code}`,
  `whatsapp://chat/?code=${code}`,
];

const others = [
  '',
  code,
  'https://chat.whatsapp.com/',
  'https://chat.whatsapp.com/invite',
  'https://chat.whatsapp.com/undefined',
  'https://chat.whatsapp.com/legal',
  `https://chat.whatsapp.com/${code}9`,
  `https://chat.whatsapp.com/${code.slice(1)}`,
  `https://chat.whatsapp.com/${code.slice(1)}_`,
  `https://chat.whatsapp.com/${'x'.repeat(22)}`,
  `https://chat.whatsapp.com/AbCd-EfGh_1234567`,
  `https://chat.whatsapp.com.evil.example/${code}`,
  `https://evilchat.whatsapp.com/${code}`,
  `https://chat.whatsapp.com@evil.example/${code}`,
  `https://user@chat.whatsapp.com/${code}`,
  `https://chat.whatsapp.com:8443/${code}`,
  `https://chat.whatsapp.com%2eevil.example/${code}`,
  `https://chаt.whatsapp.com/${code}`,
  `https://api.whatsapp.com/send?code=${code}`,
  `https://call.whatsapp.com/video/${code}`,
  `https://web.whatsapp.com/accept?channel_invite_code=${code}`,
  `https://whatsapp.com/channel/0029Va${code}`,
  `ftp://chat.whatsapp.com/${code}`,
  `javascript:"https://chat.whatsapp.com/${code}"`,
];

describe('an invite link', () => {
  it.each(links)('%j leads to its code', (link) => {
    expect(inviteCode(link)).toBe(code);
  });

  it.each(others)('%j is none', (address) => {
    expect(inviteCode(address)).toBeUndefined();
  });

  it('may stand relative to its page', () => {
    expect(inviteCode(`/${code}`, 'https://chat.whatsapp.com/x')).toBe(code);
    expect(inviteCode(`/${code}`, 'https://page.example/x')).toBeUndefined();
  });

  it('is built anew from its code', () => {
    const bare = bareCode(code);
    expect(bare && inviteUrl(bare)).toBe(`https://chat.whatsapp.com/${code}`);
  });
});
