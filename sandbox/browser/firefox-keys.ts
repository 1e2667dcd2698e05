/** WebDriver's letters for keys that have none. */
const named: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

interface KeyAction {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

/** `Control+a` as what the fingers do: down in order, up in reverse. */
export function keysOf(chord: string): KeyAction[] {
  const values = chord.split(/(?<=.)\+(?=.)/).map((key) => named[key] ?? key);
  const down = values.map((value): KeyAction => ({ type: 'keyDown', value }));
  return [...down, ...values.map((value): KeyAction => ({ type: 'keyUp', value })).reverse()];
}
