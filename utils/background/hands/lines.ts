import { cleanName } from '../../handout/clean-name';
import { say } from '../../words';

/** What one line of the address bar's list tells of a group. */
export interface LineFacts {
  readonly group: string;
  readonly account?: string | undefined;
  /** How old what is known of its link is, in words. */
  readonly age: string;
  readonly demo?: boolean;
}

/** Chromium reads a line as XML; Firefox shows it as it is. */
export type Markup = 'xml' | 'none';

/** One line: names that strangers chose, made to mean nothing to who draws it. Pure. */
export function line({ group, account, age, demo }: LineFacts, markup: Markup): string {
  const name = cleanName(group) || say('menuUnnamed');
  const facts = [account && cleanName(account), age, demo && say('demo')].filter(Boolean).join(' · ');
  if (markup === 'none') return `${name} · ${facts}`;
  return `<match>${escaped(name)}</match> <dim>· ${escaped(facts)}</dim>`;
}

/** A sentence of ours, which may hold what somebody typed. */
export function sentence(text: string, markup: Markup): string {
  return markup === 'xml' ? escaped(text) : text;
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
}
