import type { Settings } from '../../utils/model/settings';
import { say, type Word } from '../../utils/words';
import { Choice } from './Choice';

type Theme = Settings['theme'];

const themes: readonly (readonly [Theme, Word])[] = [
  ['system', 'themeSystem'],
  ['light', 'themeLight'],
  ['dark', 'themeDark'],
];

export function ThemeSwitch(props: { readonly theme: Theme; readonly onTheme: (theme: Theme) => void }) {
  const options = themes.map(([id, word]) => ({ id, label: say(word) }));
  return <Choice legend={say('theme')} look="row" options={options} chosen={props.theme} onChoose={props.onTheme} />;
}
