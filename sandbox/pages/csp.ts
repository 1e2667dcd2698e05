import { fakeCode, groupsHere, type TestPage, type Visit } from './test-page.ts';

/** A page that lets nothing be loaded, run or styled, and takes no text for a script. */
export function csp({ world }: Visit): TestPage {
  const [group] = groupsHere(world);
  const written = fakeCode('Csp', 1);
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Locked down</title>
<h1>Locked down</h1>
<p><a id="first" href="https://chat.whatsapp.com/${group?.code}">The first group</a></p>
<p>And in words: https://chat.whatsapp.com/${written}</p>
</html>
`;
  const policy = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  return {
    html,
    headers: { 'content-security-policy': policy },
    codes: [group?.code, written].map(String),
  };
}
