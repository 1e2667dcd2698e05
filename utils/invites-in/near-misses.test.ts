import { describe, expect, it } from 'vitest';
import { inviteCode, inviteCodesIn } from './codes';
import { lookAlikeHost } from './near-misses';

const code = 'AbCdEfGhIjKlMnOpQrStUv';

describe('an address that only looks like WhatsApp’s', () => {
  it.each([
    ['a letter of another alphabet', `https://chat.whatsаpp.com/${code}`],
    ['several of them', `https://сhat.ԝһаtѕарр.соm/${code}`],
    ['a letter with a dot', `chat.ẉhatsapp.com/${code}`],
    ['the same as a browser spells it', `https://chat.xn--whatspp-6fg.com/${code}`],
    ['a greek one', `https://chat.whαtsapp.com/${code}`],
    ['a v twice', `https://chat.vvhatsapp.com/${code}`],
    ['a digit', `https://chat.wh4tsapp.com/${code}`],
    ['a letter too few', `https://chat.whatsap.com/${code}`],
    ['a name before the host', `https://chat.whatsapp.com@evil.example/${code}`],
    ['a host that begins like it', `https://chat.whatsapp.com.evil.example/${code}`],
    ['a host that holds the name', `https://chat-whatsapp.com/${code}`],
    ['another ending', `https://chat.whatsapp.co/${code}`],
    ['in the middle of a message', `Join us: https://chat.whatsаpp.com/${code}, quickly!`],
    ['hidden signs within', `https://chat.what\u200Bsapp.com.evil.example/${code}`],
  ])('is pointed out: %s', (_, text) => {
    expect(inviteCode(text)).toBeUndefined();
    expect(inviteCodesIn(text)).toEqual([]);
    expect(lookAlikeHost(text)).toMatch(/^[a-z\d.-]+$/);
  });

  it('is named as a browser would', () => {
    expect(lookAlikeHost(`https://chat.whatsapp.com@evil.example/${code}`)).toBe('evil.example');
    expect(lookAlikeHost(`https://chat.whatsаpp.com/${code}`)).toMatch(/^chat\.xn--/);
  });

  it.each([
    '',
    'whatsapp',
    'VIP Launch List',
    'our whatsapp group, see example.com',
    'https://example.com/whatsapp/group',
    'https://www.whatsapp.com/download',
    'https://chat.whatsapp.com/short',
    'https://pps.whatsapp.net/v/t61',
    'https://wa.me/33612345678',
    'https://blog.example/?share=https://chat.whatsapp.com/x',
    'https://müller.example/',
    'https://xn--mller-kva.example/',
    'mailto:whatsapp@example.com',
    'write to whatsapp@shop.example',
    'Sale 4.5',
  ])('is not seen in %j', (text) => {
    expect(lookAlikeHost(text)).toBeUndefined();
  });

  it('is still an invite where the browser itself reads WhatsApp’s host', () => {
    expect(inviteCode(`https://ｃｈａｔ．ｗｈａｔｓａｐｐ．ｃｏｍ/${code}`)).toBe(code);
    expect(inviteCode(`https://chat.whats\u00ADapp.com/${code}`)).toBe(code);
  });
});
