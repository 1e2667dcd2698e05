import type { TestPage } from './test-page.ts';

/** A plain page with everything a person can write in. */
export function write(): TestPage {
  return { html, codes: [] };
}

const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A page to write in</title>
<h1>A page to write in</h1>
<p><label>Input <input id="input" value="Join us: "></label></p>
<p><label>Textarea <textarea id="textarea" rows="4" cols="60">Dear all,&#10;</textarea></label></p>
<div id="editable" contenteditable="true" role="textbox" aria-label="Editable">Write <b>here</b>: </div>
<p><label>Password <input id="password" type="password"></label></p>
<p><label>Read only <input id="readonly" readonly value="not here"></label></p>
</html>
`;
