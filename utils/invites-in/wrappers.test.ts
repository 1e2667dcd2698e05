import { describe, expect, it } from 'vitest';
import { inviteCode, inviteCodesBehind, inviteCodesIn } from './codes';

const code = 'BFakeDemo01abcdefgh12X';
const link = `https://chat.whatsapp.com/${code}`;
const other = 'https://evil.example/';
const coded = encodeURIComponent(link);
const base64 = btoa(link).replace(/=+$/, '');

/** Where each make sends people on from; `LINK` stands for the address as it writes it. */
const redirects = [
  ...['www.google.com', 'google.com', 'google.de', 'www.google.co.uk', 'google.com.br', 'www.google.cat'].map(
    (host) => `https://${host}/url?q=LINK`,
  ),
  ...['www.youtube.com', 'm.youtube.com', 'music.youtube.com'].map((host) => `https://${host}/redirect?q=LINK`),
  ...['duckduckgo.com', 'html.duckduckgo.com'].map((host) => `https://${host}/l/?uddg=LINK`),
  ...['l.facebook.com', 'lm.facebook.com', 'l.messenger.com', 'l.instagram.com', 'l.threads.net', 'l.threads.com'].map(
    (host) => `https://${host}/?u=LINK`,
  ),
  ...['l.workplace.com/l.php', 'm.facebook.com/l.php', 'www.facebook.com/flx/warn/', 'l.wl.co/l'].map(
    (place) => `https://${place}?u=LINK`,
  ),
  ...['www.linkedin.com/redir/redirect', 'linkedin.com/safety/go', 'slack-redir.net/link', 'out.reddit.com/t3_x'].map(
    (place) => `https://${place}?url=LINK`,
  ),
  ...[
    'steamcommunity.com/linkfilter/?url=LINK',
    'steamcommunity.com/linkfilter/?u=LINK',
    't.umblr.com/redirect?z=LINK',
  ],
  ...['vk.com/away.php?to=LINK', 'm.vk.com/away?to=LINK', 'away.vk.com/away.php?to=LINK', 'vk.ru/away.php?to=LINK'],
  ...['click.redditmail.com/CL0/x?url=LINK', 'linkprotect.cudasvc.com/url?a=LINK', 'disq.us/url?url=LINK%3AhA-_sH'],
  ...['eur01.safelinks.protection.outlook.com/?url=LINK', 'x.safelinks.protection.office365.us/?originalsrc=LINK'],
  ...['statics.teams.cdn.office.net/x/safelinks/1/x.html?url=LINK', 'protect-us.mimecast.com/s/x?domain=LINK'],
  ...[
    'url.us.m.mimecastprotect.com/s/x?u=LINK',
    'urldefense.proofpoint.com/v1/url?u=LINK',
    'urldefense.us/v1/url?u=LINK',
  ],
].map((wrapped) => wrapped.replace(/^(?!https:)/, 'https://').replace('LINK', coded));

const others = [
  ...['www.bing.com', 'cn.bing.com', 'bing.com'].map((host) => `https://${host}/ck/a?!&&p=x&u=a1${base64}&ntb=1`),
  ...['urldefense.proofpoint.com', 'urldefense.com'].map(
    (host) => `https://${host}/v2/url?u=https-3A__chat.whatsapp.com_${code}-3Fmode-3Dac-5Ft&d=x`,
  ),
  `https://urldefense.com/v3/__${link}?a=*&b=**C__;w6k!!Org!sig$`,
  ...['www.google.com/amp/s', 'x.cdn.ampproject.org/c/s'].map(
    (place) => `https://${place}/chat.whatsapp.com/${code}?x=1`,
  ),
  ...['web.archive.org/web/2024', 'www.href.li', 'href.li'].map(
    (place) => `https://${place}/${place.endsWith('li') ? '?' : ''}${link}`,
  ),
  ...['secure-web.cisco.com/1x', 'x.r.awstrack.me/L0', 'click.redditmail.com/CL0'].map(
    (place) => `https://${place}/${coded}`,
  ),
  `https://fr.search.yahoo.com/_ylt=x/RV=2/RU=${coded}/RK=2/RS=x`,
];

const shares = [
  ...['wa.me/', 'www.wa.me/33612345678', 'api.whatsapp.com/send', 'web.whatsapp.com/send', 'www.whatsapp.com/x'],
  ...[
    'twitter.com/intent/tweet',
    'x.com/intent/post',
    'mobile.twitter.com/share',
    't.me/share/url',
    'telegram.me/share',
  ],
  ...['www.reddit.com/submit', 'old.reddit.com/submit/', 'www.linkedin.com/sharing/share-offsite/', 'quickchart.io/qr'],
].map((place) => `https://${place}?text=TEXT`);
const schemes = ['whatsapp://send', 'tg://msg_url', 'viber://forward', 'sms:+33612345678', 'mailto:a@b.example'].map(
  (place) => `${place}?text=TEXT`,
);
const pictures = [
  ...['www.facebook.com/sharer/sharer.php?u=TEXT', 'facebook.com/sharer.php?u=TEXT', 'm.facebook.com/share?quote=TEXT'],
  ...['www.facebook.com/dialog/send?app_id=1&link=TEXT', 'www.linkedin.com/shareArticle?mini=true&summary=TEXT'],
  ...['www.pinterest.com/pin/create/button/?description=TEXT', 'api.qrserver.com/v1/create-qr-code/?data=TEXT'],
  ...[
    'chart.googleapis.com/chart?chl=TEXT',
    'chart.apis.google.com/chart?cht=qr&chl=TEXT',
    'zxing.org/w/chart?chl=TEXT',
  ],
  ...['image-charts.com/chart?chl=TEXT', 'www.quickchart.io/chart?chl=TEXT'],
].map((wrapped) => `https://${wrapped}`);
const texts = [...shares, ...pictures];

const filled = (share: string) => share.replace('TEXT', encodeURIComponent(`Look: ${link}, today`));
const all = [...redirects, ...others, ...texts.map(filled)];

describe('an invite in what sends people on', () => {
  it.each([...all, ...schemes.map(filled)])('is found in %s', (address) => {
    expect(inviteCode(address)).toBe(code);
  });

  it.each(all)('is found in a text with %s', (address) => {
    expect(inviteCodesIn(`(${address}).`)).toEqual([code]);
  });

  it.each(redirects)('is not found beside the address that counts: %s', (address) => {
    const elsewhere = address.replace(coded, encodeURIComponent(other));
    expect(inviteCodesBehind(`${elsewhere}&ref=${coded}`)).toEqual([]);
    expect(inviteCodesBehind(address.replace(coded, encodeURIComponent(`${other} ${link}`)))).toEqual([]);
  });

  it('may be the second thing in a text', () => {
    expect(inviteCode(`https://wa.me/?text=${encodeURIComponent(`${other} ${link}`)}`)).toBe(code);
  });
});

describe('a host that only looks like one of them', () => {
  const disguises = (host: string) => [
    ...[`${host}.evil.example`, `${host}@evil.example`, `user@${host}`, `${host}:8443`, host.replaceAll('.', '-')],
    ...[`evil.example/${host}`, `evil.example/?${host}`, `evil.example/#https://${host}`],
    // Where there is a name in front, another one is theirs to give as well.
    ...(host.split('.').length === 2 ? [`evil-${host}`, `evil${host}`] : []),
  ];

  it.each(all)('leads nowhere: %s', (address) => {
    const [, host = '', rest = ''] = /^https:\/\/([^/]+)(.*)$/.exec(address) ?? [];
    for (const disguise of disguises(host)) {
      expect(inviteCode(`https://${disguise}${rest}`), disguise).toBeUndefined();
      expect(inviteCodesIn(`See https://${disguise}${rest}`), disguise).toEqual([]);
    }
  });

  it.each(['tg', 'whatsapp', 'mailto', 'sms', 'viber'])('nor a user called %s', (name) => {
    expect(inviteCode(`https://${name}:pw@evil.example/?text=${coded}`)).toBeUndefined();
    expect(inviteCode(`https://${name}/?text=${coded}`)).toBeUndefined();
  });

  it('nor the right host with another path', () => {
    for (const place of ['www.google.com/search?q=', 'www.youtube.com/results?q=', 'x.com/search?text='])
      expect(inviteCode(`https://${place}${coded}`)).toBeUndefined();
    for (const place of [
      'vk.com/awayday?to=',
      'www.facebook.com/shareholders?u=',
      't.me/shared?url=',
      'duckduckgo.com/?q=',
    ])
      expect(inviteCode(`https://${place}${coded}`)).toBeUndefined();
  });
});
