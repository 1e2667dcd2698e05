import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bareCode, inviteUrl } from '../invite-link';
import { inviteCode, inviteCodesBehind, inviteCodesIn } from './codes';
import { isPrivateInvite } from './near-misses';

const code = 'BFakeDemo01abcdefgh12X';
const second = 'CFakeDemo02ijklmnop34Y';
const link = `https://chat.whatsapp.com/${code}`;
const page = 'https://page.example/x';
const coded = encodeURIComponent(link);

interface Case {
  readonly name: string;
  readonly kind: 'url' | 'text' | 'html';
  readonly input: string;
  readonly expect: readonly string[];
}

const cases: readonly Case[] = JSON.parse(readFileSync('tests/fixtures/invite-links.json', 'utf8'));
const ofKind = (kind: Case['kind']) => cases.filter((one) => one.kind === kind);

describe('the cases', () => {
  it('are there', () => {
    expect([ofKind('url').length, ofKind('text').length]).toEqual([95, 44]);
  });

  it.each(ofKind('url'))('$name', ({ input, expect: codes }) => {
    expect(inviteCodesBehind(input, page)).toEqual(codes);
  });

  it.each(ofKind('text'))('in text: $name', ({ input, expect: codes }) => {
    expect(inviteCodesIn(input)).toEqual(codes);
  });
});

const links = [
  link,
  `http://chat.whatsapp.com/${code}`,
  `HTTPS://Chat.WhatsApp.Com/${code}`,
  `chat.whatsapp.com/${code}`,
  `//chat.whatsapp.com/${code}`,
  `https://chat.whatsapp.com/invite/${code}`,
  `${link}/`,
  `https://chat.whatsapp.com:443/${code}`,
  `http://chat.whatsapp.com:80/${code}`,
  `https:\\\\chat.whatsapp.com\\${code}`,
  `${link}?mode=ems_copy_t`,
  `${link}?s=cl&p=a&mlu=4&ilr=4#top`,
  `${link}?code=${second}`,
  `${link}&mode=ac_t`,
  `${link}.`,
  `${link})`,
  `${link}%20`,
  `${link}%E2%80%8B`,
  `  https://chat.whatsapp.com/\u200b${code}\n`,
  `\u200e${link}\u200f`,
  `https://chat%2Ewhatsapp%2Ecom/${code}`,
  `https://chat.what\nsapp.com/${code}`,
  `https://chat.whats\u00adapp.com/${code}`,
  `https://ｃｈａｔ.whatsapp.com/${code}`,
  `https://chat。whatsapp。com/${code}`,
  `https://web.whatsapp.com/accept?code=${code}&utm_campaign=wa_chat_v2`,
  `https://web.whatsapp.com/accept/?code=${code}`,
  `https://web.whatsapp.com/a/b/accept?code=${code}`,
  `whatsapp://chat?code=${code}`,
  `whatsapp://chat/?code=${code}&x=1`,
  `intent://chat.whatsapp.com/${code}#Intent;package=com.whatsapp;scheme=https;end`,
  `intent://chat.whatsapp.com/invite/${code}?mode=x#Intent;scheme=https;end`,
  `intent://chat?code=${code}#Intent;scheme=whatsapp;package=com.whatsapp.w4b;end`,
  `intent://open#Intent;scheme=foo;S.browser_fallback_url=${coded};end`,
  `intent:${link}#Intent;package=com.whatsapp;end`,
  coded,
];

const wrapped = [
  `https://www.google.com/url?sa=t&url=${coded}`,
  `https://www.google.de/url?q=${link}&sa=D`,
  `https://google.com.br/url?q=${coded}`,
  `https://www.google.com/url?q=${encodeURIComponent(coded)}`,
  `https://www.google.com/amp/s/chat.whatsapp.com/${code}`,
  `https://cn.bing.com/ck/a?!&&p=1&u=a1${btoa(link).replace(/=+$/, '')}&ntb=1`,
  `https://r.search.yahoo.com/_ylt=A/RU=${coded}/RK=2/RS=x`,
  `https://duckduckgo.com/l/?uddg=${coded}&rut=1`,
  `https://lm.facebook.com/l.php?u=${coded}&h=x`,
  `https://l.messenger.com/l.php?u=${coded}`,
  `https://l.wl.co/l?u=${coded}`,
  `https://www.linkedin.com/redir/general-malware-page?url=${coded}`,
  `https://slack-redir.net/link?url=${coded}&v=3`,
  `https://out.reddit.com/t3_x?url=${coded}&token=1`,
  `https://click.redditmail.com/CL0/https:%2F%2Fchat.whatsapp.com%2F${code}/1/010/sig=`,
  `https://click.redditmail.com/CL0/https%3A%2F%2Fchat.whatsapp.com%2F${code}/1/010/sig=`,
  `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Fchat.whatsapp.com%2F${code}&locale=en`,
  `https://steamcommunity.com/linkfilter/?url=${link}`,
  `https://steamcommunity.com/linkfilter/?u=${coded}`,
  `https://away.vk.com/away.php?to=${coded}`,
  `https://t.umblr.com/redirect?z=${coded}&t=x`,
  `https://href.li/?${link}`,
  `https://disq.us/url?url=${coded}%3AhAsH_-x&cuid=1`,
  `https://disq.us/url?url=${coded}`,
  `https://eur01.safelinks.protection.outlook.com/?url=${coded}&data=x&reserved=0`,
  `https://urldefense.proofpoint.com/v1/url?u=${coded}&k=x`,
  `https://urldefense.proofpoint.com/v2/url?u=https-3A__chat.whatsapp.com_${code}-3Fmode-3Dac-5Ft&d=x`,
  `https://urldefense.com/v3/__${link}__;!!Org!sig$`,
  `https://urldefense.com/v3/__https:/chat.whatsapp.com/${code}?a=*&b=**A__;w6nDqcOp!!Org!s$`,
  `https://urldefense.com/v3/__https:**Achat.whatsapp.com/${code}__;Ly8!!Org!s$`,
  `https://url.us.m.mimecastprotect.com/s/x?domain=${coded}`,
  `https://linkprotect.cudasvc.com/url?a=${coded}&c=E,1,x`,
  `https://secure-web.cisco.com/1AbC-x/${coded}`,
  `https://x.r.us-east-1.awstrack.me/L0/https:%2F%2Fchat.whatsapp.com%2F${code}%3Fmode=x/1/0100/sig=`,
  `https://web.archive.org/web/2024id_/${link}`,
  `https://web.archive.org/web/2024/https:/chat.whatsapp.com/${code}`,
  `https://x.com/intent/post?text=${encodeURIComponent(`join ${link}!`)}`,
  `https://twitter.com/share?url=${coded}`,
  `https://t.me/share/url?url=${coded}&text=hi`,
  `https://m.facebook.com/sharer.php?u=${coded}`,
  `https://www.facebook.com/dialog/share?app_id=1&href=${coded}`,
  `https://web.whatsapp.com/send?text=${coded}`,
  `https://wa.me/5511999999999?text=${coded}`,
  `whatsapp://send?text=${encodeURIComponent(`join ${link}`)}`,
  `mailto:a@b.example?body=${coded}`,
  `https://api.qrserver.com/v1/create-qr-code/?size=200x200&data=${link}`,
  `https://chart.googleapis.com/chart?cht=qr&chl=${coded}`,
  `https://quickchart.io/qr?text=${coded}`,
  `javascript:void(window.open("${link}"))`,
  `javascript:location.href='https:\\/\\/chat.whatsapp.com\\/${code}'`,
  `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://www.google.com/url?q=${coded}`)}`,
];

const others = [
  '',
  '#',
  code,
  'https://chat.whatsapp.com/',
  'https://chat.whatsapp.com/invite',
  'https://chat.whatsapp.com/undefined',
  'https://chat.whatsapp.com/legal',
  `${link}9`,
  `${link}é`,
  `${link}-`,
  `${link}_`,
  `${link}/extra`,
  `${link}%2F..`,
  `${link}@evil`,
  `https://chat.whatsapp.com/a/${code}`,
  `https://chat.whatsapp.com/?code=${code}`,
  `https://chat.whatsapp.com/${code.slice(1)}`,
  `https://chat.whatsapp.com/${code.slice(1)}_`,
  `https://chat.whatsapp.com/${'x'.repeat(22)}`,
  `https://chat.whatsapp.com/AbCd-EfGh_1234567`,
  `https://chat.whatsapp.com.evil.example/${code}`,
  `https://chat.whatsapp.com./${code}`,
  `https://evilchat.whatsapp.com/${code}`,
  `https://chat.whatsapp.com@evil.example/${code}`,
  `https://user@chat.whatsapp.com/${code}`,
  `https://chat.whatsapp.com:8443/${code}`,
  `http://chat.whatsapp.com:443/${code}`,
  `https://chat.whatsapp.com%2eevil.example/${code}`,
  `https://chat.whatsapp.com%2F@evil.example/${code}`,
  `https://chаt.whatsapp.com/${code}`,
  `https://chat․whatsapp.com/${code}`,
  `https://web.whatsapp.com/${code}`,
  `https://web.whatsapp.com/accept?x=1&code=${code}`,
  `https://web.whatsapp.com/accept?channel_invite_code=${code}`,
  `https://api.whatsapp.com/send?code=${code}`,
  `https://call.whatsapp.com/video/${code}`,
  `https://whatsapp.com/channel/0029Va${code}`,
  `whatsapp://chat/x?code=${code}`,
  `whatsapp://channel/${code}`,
  `ftp://chat.whatsapp.com/${code}`,
  `data:text/html,${link}`,
  `blob:${link}`,
  `intent://evil.example/${code}#Intent;scheme=https;end`,
  `intent://chat.whatsapp.com/${code}#Intent;scheme=ftp;end`,
  `https://evil.example/${link}`,
  `https://evil.example/?u=${coded}`,
  `https://evil.example/l.php?u=${coded}`,
  `https://evil.example/#${link}`,
  `https://l.facebook.com.evil.example/l.php?u=${coded}`,
  `https://google.com.evil.example/url?q=${coded}`,
  `https://www.google.com/search?q=${coded}`,
  `https://www.google.com/url?q=${encodeURIComponent(`https://evil.example/ ${link}`)}`,
  `https://www.google.com/url?q=${encodeURIComponent(`https://evil.example/?u=${link}`)}`,
  `https://google.com@evil.example/url?q=${coded}`,
];

describe('an invite link', () => {
  it.each([...links, ...wrapped])('%j leads to its code', (address) => {
    expect(inviteCode(address)).toBe(code);
  });

  it.each(others)('%j is none', (address) => {
    expect(inviteCode(address)).toBeUndefined();
    expect(inviteCode(address, page)).toBeUndefined();
  });

  it('may stand relative to its page', () => {
    expect(inviteCode(`/${code}`, 'https://chat.whatsapp.com/x')).toBe(code);
    expect(inviteCode(`/${code}`, page)).toBeUndefined();
    expect(inviteCode(`/redirect?q=${coded}`, 'https://www.youtube.com/watch?v=x')).toBe(code);
    expect(inviteCode('#', link)).toBeUndefined();
    expect(inviteCode(link, 'not an address')).toBe(code);
  });

  it('may be one of several in a message that somebody shares', () => {
    const text = encodeURIComponent(`${link} or ${link.replace(code, second)}`);
    expect(inviteCodesBehind(`https://wa.me/?text=${text}`)).toEqual([code, second]);
  });

  it('is built anew from its code', () => {
    const bare = bareCode(code);
    expect(bare && inviteUrl(bare)).toBe(link);
  });
});

describe('a private invite', () => {
  const own = 'https://chat.whatsapp.com/DFake106abNsn691';

  it.each([own, `${own}?x=1`, `Hello, ${own}.`, `https://www.google.com/url?q=${encodeURIComponent(own)}`])(
    '%s',
    (text) => {
      expect(isPrivateInvite(text)).toBe(true);
      expect(inviteCodesIn(text)).toEqual([]);
    },
  );

  const none = [
    link,
    'https://chat.whatsapp.com/terms-of-service',
    own.replace('chat', 'evil'),
    `https://evil.example/${own}`,
  ];
  it.each(['', 'DFake106abNsn691', ...none])('not %j', (text) => {
    expect(isPrivateInvite(text)).toBe(false);
  });
});
