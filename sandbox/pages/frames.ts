import { dressed, fakeCode, type TestPage, type Visit } from './test-page.ts';

/** Frames of every kind: of the same site, of another one, written into the page, and filled by a script. */
export function frames({ rest, elsewhere }: Visit): TestPage {
  const [top, same, srcdoc, filled, other] = [1, 2, 3, 4, 5].map((nth) => fakeCode('Room', nth));
  if (rest === 'same') return inner(String(same));
  if (rest === 'other') return inner(String(other));
  const body = `<h1>Rooms</h1>
<p>Here: <a href="${link(top)}">the first group</a></p>
<iframe id="same" title="same" src="/_sandbox/pages/frames/same"></iframe>
<iframe id="srcdoc" title="srcdoc" srcdoc="&lt;p&gt;&lt;a href='${link(srcdoc)}'&gt;o terceiro grupo&lt;/a&gt;"></iframe>
<iframe id="blank" title="blank"></iframe>
<iframe id="other" title="other" src="${elsewhere}/_sandbox/pages/frames/other"></iframe>
<script>
document.getElementById('blank').contentDocument.body.innerHTML = '<p>المجموعة الرابعة: ${link(filled)}</p>';
</script>`;
  const css = 'iframe { display: block; width: 30rem; height: 90px; margin: 8px 0 }';
  return {
    html: dressed(body, { title: 'Rooms', css }),
    codes: [top, same, srcdoc, filled, other].map(String),
  };
}

function inner(code: string): TestPage {
  return {
    html: dressed(`<p><a href="${link(code)}">the group in the frame</a></p>`, { title: 'Room' }),
    codes: [code],
  };
}

const link = (code = '') => `https://chat.whatsapp.com/${code}`;
