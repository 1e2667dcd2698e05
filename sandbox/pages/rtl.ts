import { dressed, fakeCode, groupsHere, type TestPage, type Visit } from './test-page.ts';

/** An Arabic page, read from right to left, with direction marks around the addresses. */
export function rtl({ world }: Visit): TestPage {
  const group = groupsHere(world).find(({ name }) => name.startsWith('مجموعة'));
  const [marked, glued] = [1, 2].map((nth) => fakeCode('Rtl', nth));
  const body = `<h1>مجموعات الحي</h1>
<p>للانضمام اضغط <a id="first" href="https://chat.whatsapp.com/${group?.code}">هنا</a> أو اكتب لنا.</p>
<p>الرابط: &#x2066;https://chat.whatsapp.com/${marked}&#x2069;، شكرا.</p>
<p>وهذا أيضا https://chat.whatsapp.com/${glued}؟</p>
<p>سوق السبت يفتح في الثامنة صباحا، والدخول مجاني للجميع.</p>`;
  return {
    html: dressed(body, { title: 'مجموعات الحي', lang: 'ar', dir: 'rtl' }),
    codes: [group?.code, marked, glued].map(String),
  };
}
