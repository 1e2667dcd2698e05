import { dressed, type TestPage, type Visit } from './test-page.ts';

const paragraphs = [
  'The market opens at eight and closes when the last crate of apples has gone.',
  'Bring your own bag. A feira começa às oito, e o café é por nossa conta.',
  'سوق السبت يفتح في الثامنة صباحا، والدخول مجاني للجميع.',
  'Questions go to <a href="/contact?from=market">the office</a>, <b>not</b> to the stands.',
];

/** A page without a single invite, of about `n` elements. */
export function plain({ query }: Visit): TestPage {
  const elements = Math.min(Number(query.get('n') ?? 3000), 400_000);
  // Four paragraphs and what is in them make six elements.
  const rows = Array.from({ length: Math.ceil((elements / 6) * 4) }, (_, nth) => `<p>${paragraphs[nth % 4]}</p>`);
  return { html: dressed(`<h1>The market</h1>\n${rows.join('\n')}`, { title: 'The market' }), codes: [] };
}
