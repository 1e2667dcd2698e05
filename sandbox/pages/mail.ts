import { dressed, fakeCode, groupsHere, type TestPage, type Visit } from './test-page.ts';

/** A mail client: rewritten links of several makes, quoted replies, and an answer that one is writing. */
export function mail({ world }: Visit): TestPage {
  const [vip, workshop, offers] = groupsHere(world).map(({ code }) => code);
  const [safe, point, quoted, typed] = [1, 2, 3, 4].map((nth) => fakeCode('Mail', nth));
  const body = `<nav aria-label="Folders"><b>Inbox (3)</b> · Sent · Drafts</nav>
<article><h2>Your place is confirmed</h2><p>From: Léa &lt;lea@studio.example&gt;</p>
<div dir="auto">Hello,<br>the group is here: <a href="${link(vip)}" data-saferedirecturl="https://www.google.com/url?q=${link(vip)}&amp;source=gmail&amp;ust=1760000000000000&amp;usg=AOvVaw1">${link(vip)}</a><br>See you on Saturday.</div></article>
<article><h2>RE: RE: Oficina de primavera</h2><p>De: Ana &lt;ana@oficina.example&gt;</p>
<p><a href="https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(link(workshop))}%3Fmode%3Dac_t&amp;data=05%7C02&amp;reserved=0" originalsrc="${link(workshop)}" title="Original URL: ${link(workshop)}">Entrar no grupo</a></p>
<p><a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D${encodeURIComponent(encodeURIComponent(link(safe)))}&amp;reserved=0">o outro grupo</a></p>
<blockquote type="cite"><p>On Tuesday, Ana wrote:</p>
<p>&gt; o link antigo era <a href="https://urldefense.proofpoint.com/v2/url?u=https-3A__chat.whatsapp.com_${point}-3Fmode-3Dac-5Ft&amp;d=DwMFaQ">chat.whatsapp.com</a></p>
<blockquote type="cite">&gt;&gt; ${link(quoted)}<br>&gt;&gt; até já</blockquote></blockquote></article>
<article dir="rtl" lang="ar"><h2>عروض هذا الأسبوع</h2><p>رابط المجموعة: <a href="https://secure-web.cisco.com/1HASH/${encodeURIComponent(link(offers))}">اضغط هنا</a></p></article>
<section aria-label="Reply"><h2>Reply</h2>
<p><label>To <input id="to" value="ana@oficina.example"></label></p>
<div id="editor" contenteditable="true" role="textbox" aria-label="Message">Here is ours: ${link(typed)}</div>
<p><textarea id="note" aria-label="Note" rows="2" cols="60">${link(typed)}</textarea></p></section>`;
  const css =
    'article, section { border: 1px solid #ccc; padding: 0 1rem; margin: 1rem 0 } #editor { min-height: 5rem }';
  return {
    html: dressed(body, { title: 'Inbox (3)', css }),
    // What somebody is writing is an invite too, but not one to be marked.
    codes: [vip, workshop, safe, point, quoted, offers, typed].map(String),
  };
}

const link = (code = '') => `https://chat.whatsapp.com/${code}`;
