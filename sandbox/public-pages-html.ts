/** What a page is written from. */
export interface Facts {
  readonly code: string;
  readonly path: string;
  readonly language: keyof typeof sentences;
  /** Empty where nothing is behind the code. */
  readonly name: string;
  readonly picture: string | undefined;
  readonly kind: string;
  readonly parent: string | undefined;
}

const sentences = {
  en: ['WhatsApp Group Invite', 'Join Chat', "Looks like you don't have WhatsApp installed!"],
  ar: ['دعوة لمجموعة واتساب', 'الانضمام إلى الدردشة', 'يبدو أن تطبيق واتساب غير مثبت لديك!'],
  pt: ['Convite para grupo do WhatsApp', 'Entrar na conversa', 'Parece que você não tem o WhatsApp instalado!'],
} as const;

const standardPicture = {
  today: ['https://static.whatsapp.net/rsrc.php/v4/yo/r/rukeqTVNJDY.png', 'v4/yB/r/_0dVljceIA5.png'],
  '2022': ['https://static.whatsapp.net/rsrc.php/v3/yo/r/J5gK5AgJ_L5.png', 'v3/yB/r/_0dVljceIA5.png'],
} as const;

type Year = keyof typeof standardPicture;

/** The real page is more than 150 kB, most of it of no interest. */
const filler = `<script type="application/json">${JSON.stringify('filler '.repeat(22_000))}</script>`;

/** The page of an invite, whole. */
export function invitePage(facts: Facts, year: Year): string {
  return `${headOf(facts, year)}
<body>
${filler}
${bodyOf(facts, year)}
</body>
</html>
`;
}

/** Cut where the head ends. */
export function headOnly(facts: Facts): string {
  return `${headOf(facts, 'today')}\n<body>\n<div id="con`;
}

function headOf({ path, language, name, picture, kind, parent }: Facts, year: Year): string {
  const sentence = escaped(sentences[language][0]);
  return `<!DOCTYPE html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}" id="facebook">
<head>
<meta charset="utf-8">
<noscript><meta http-equiv="refresh" content="0; URL=${escaped(path)}?_fb_noscript=1"></noscript>
<title id="pageTitle">${sentence}</title>
<meta name="description" content="${sentence}">
<meta property="og:title" content="${escaped(name)}">
<meta property="og:image" content="${escaped(picture ?? standardPicture[year][0])}">
<meta property="og:site_name" content="WhatsApp.com">
<meta property="og:description" content="${sentence}">
<meta property="invite_link_type" content="REGULAR">
<meta property="invite_link_type_v2" content="${kind}">
${parent === undefined ? '' : `<meta property="parent_group_subject" content="${escaped(parent)}">\n`}<meta name="robots" content="noindex">
</head>`;
}

function bodyOf({ code, language, name, picture }: Facts, year: Year): string {
  const [sentence, join, missing] = sentences[language].map(escaped);
  const link = escaped(`https://chat.whatsapp.com/${code}`);
  const web = `<a id="whatsapp-web-button" href="https://web.whatsapp.com/accept?code=${escaped(code)}&amp;utm_campaign=wa_chat_v2"><span>WhatsApp Web</span></a>`;
  const src = escaped(picture ?? `https://static.whatsapp.net/rsrc.php/${standardPicture[year][1]}`);
  return `<select id="lang"><option value="${link}?lang=en">English</option><option value="${link}?lang=pt_br">Português</option></select>
<div id="content-wrapper">
<div id="main_block">
<a id="action-icon" href="${link}"><span><img src="${src}" alt=""></span></a>
<h3 class="_9vd5 _9scr">${escaped(name)}</h3>
<h4 class="_9vd5 _9scb">${sentence}</h4>
<a id="action-button" href="${link}"><span>${join}</span></a>
${year === 'today' ? web : ''}
</div>
<div id="fallback_block" style="display:none"><h3>${missing}</h3>${year === 'today' ? '' : web}<a href="https://www.whatsapp.com/download">WhatsApp</a></div>
</div>
<footer><h3>WhatsApp</h3><h3>Company</h3></footer>
<script type="application/json">["WhatsAppApiOpenUrl","open_custom_url",[],[{"url":"whatsapp:\\/\\/chat\\/?code=${escaped(code)}"}]]</script>`;
}

/** A layout that nobody has described. */
export function otherPage({ name }: Facts): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>WhatsApp</title></head>
<body><main><h1>${escaped(name)}</h1><p>Open this in the app.</p></main></body></html>
`;
}

export const consentPage = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Before you continue</title>
<meta property="og:site_name" content="WhatsApp.com"></head>
<body>${filler}<h1>Before you continue</h1><p>We use cookies.</p><button>Accept</button></body></html>
`;

export const challengePage = `<!DOCTYPE html>
<html><head><title>Security check</title></head><body><h1>Please confirm that you are human</h1></body></html>
`;

/** As the real page escapes: quotes as decimal references. */
function escaped(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#039;' };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
