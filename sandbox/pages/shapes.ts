/** An invite with this code, somewhere in the markup of a list entry. */
export type Shape = (code: string) => string;

const link = (code: string) => `https://chat.whatsapp.com/${code}`;
const quoted = (code: string) => encodeURIComponent(link(code));
const anchor = (href: string, text: string) => `<a href="${href.replaceAll('&', '&amp;')}">${text}</a>`;
const halves = (code: string) => [code.slice(0, 9), code.slice(9)] as const;

/** Ways in which people and programs write an invite. */
export const shapes: readonly Shape[] = [
  (code) => anchor(link(code), 'Join the group'),
  (code) => anchor(`${link(code)}?mode=ac_t`, link(code)),
  (code) => anchor(`http://chat.whatsapp.com/invite/${code}`, 'Entrar no grupo'),
  (code) => anchor(`https://web.whatsapp.com/accept?code=${code}&utm_campaign=wa_chat_v2`, 'انضم'),
  (code) => anchor(`whatsapp://chat/?code=${code}`, 'Open the app'),
  (code) => anchor(`intent://chat.whatsapp.com/${code}#Intent;scheme=https;package=com.whatsapp;end`, 'Android'),
  (code) => anchor(`https://www.google.com/url?q=${quoted(code)}&sa=D&ust=1760000000000000`, 'via search'),
  (code) => anchor(`https://l.facebook.com/l.php?u=${quoted(code)}%3Ffbclid%3DIwAR0&h=AT0`, 'from our page'),
  (code) =>
    anchor(`https://nam02.safelinks.protection.outlook.com/?url=${quoted(code)}&data=05%7C02&reserved=0`, 'by mail'),
  (code) => anchor(`https://urldefense.com/v3/__${link(code)}__;!!Org!sig$`, 'checked link'),
  (code) => anchor(`https://slack-redir.net/link?url=${quoted(code)}&v=3`, 'from the chat'),
  (code) => `Write to us, or use ${link(code)}.`,
  (code) => `(chat.whatsapp.com/${code})`,
  (code) => `<b>https://</b>chat.whatsapp.com/<i>${halves(code)[0]}</i><span>${halves(code)[1]}</span>`,
  (code) => `https://chat.whats&shy;app.com/${halves(code).join('<wbr>')}`,
  (code) => `https&colon;&sol;&sol;chat&period;whatsapp&period;com&sol;${code}`,
  (code) => `<button type="button" data-clipboard-text="Join: ${link(code)}">Copy</button>`,
  (code) => `<span class="button" data-href="${link(code)}" tabindex="0">Join</span>`,
  (code) => `<button type="button" onclick="window.open('${link(code)}', '_blank')">Join</button>`,
  (code) => `*${link(code)}*`,
];

/** Ways in which something looks like an invite and leads elsewhere. */
export const lookalikes: readonly Shape[] = [
  (code) => anchor(`https://chat.whatsapp.com.evil.example/${code}`, 'Join the group'),
  (code) => anchor(`https://evilchat.whatsapp.com/${code}`, 'Join the group'),
  (code) => anchor(`https://chat.whatsapp.com@evil.example/${code}`, 'Join the group'),
  (code) => anchor(`https://evil.example/chat.whatsapp.com/${code}`, 'Join the group'),
  (code) => anchor(`https://chat.whatsаpp.com/${code}`, 'Join the group'),
  (code) => anchor(`https://call.whatsapp.com/video/${code}`, 'Call us'),
  (code) => anchor(`https://whatsapp.com/channel/0029Va${code.slice(0, 18)}`, 'Our channel'),
  (code) => anchor(`https://wa.me/message/${code}`, 'Write to us'),
  (code) => `Not a link: chat.whatsapp.com ${code}`,
  (code) => `<input type="url" placeholder="${link(code)}" aria-label="Your link">`,
  () => anchor('https://chat.whatsapp.com/xxxxxxxxxxxxxxxxxxxxxx', 'Example'),
];
