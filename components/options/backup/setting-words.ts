import type { SettingValue } from '../../../utils/keeping/model';
import { language, say, sayCount, type Word } from '../../../utils/words';

/** What each setting, and each rule, is called. */
const names: Readonly<Record<string, Word>> = {
  shape: 'primaryShape',
  theme: 'theme',
  badge: 'badgeSwitch',
  menuOff: 'backupMenuOff',
  joinsPerMinute: 'joinsPerMinute',
  joinOnly: 'backupJoinOnly',
  greeting: 'greetingLabel',
  lockAfterMinutes: 'lockAfter',
  watching: 'watching',
  everyMinutes: 'watchingEvery',
  zone: 'backupZone',
  quiet: 'quiet',
  freeze: 'backupFreeze',
  coolDownMinutes: 'coolDown',
  fill: 'rulesFull',
  notify: 'notify',
  notice: 'rulesNotice',
  everywhere: 'backupEverywhere',
  off: 'backupSitesOff',
};

/** Values that have words of their own. */
const values: Readonly<Record<string, Readonly<Record<string, Word>>>> = {
  theme: { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' },
  shape: {
    ...({ link: 'shapeLink', rich: 'shapeRich', button: 'shapeButton', source: 'shapeSource' } as const),
    ...({ markdown: 'shapeMarkdown', qr: 'shapeQr', png: 'shapePng', svg: 'shapeSvg' } as const),
  },
};

export function settingWord(name: string): string {
  const word = names[name];
  return word ? say(word) : name;
}

const longest = 80;

/** A value in words; a long text by its beginning. */
export function valueWords(name: string, value: SettingValue): string {
  if (typeof value === 'boolean') return say(value ? 'backupOn' : 'backupOff');
  if (typeof value === 'number') return numberWords(name, value);
  if (typeof value === 'string') return textWords(values[name]?.[value], value);
  return value.length === 0 ? say('backupNothing') : sayCount('backupEntries', value.length);
}

function numberWords(name: string, value: number): string {
  if (name.endsWith('Minutes')) return sayCount('lockAfterMinutes', value);
  return new Intl.NumberFormat(language()).format(value);
}

function textWords(word: Word | undefined, text: string): string {
  if (word) return say(word);
  if (text === '') return say('backupNothing');
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}
