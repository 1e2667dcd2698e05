import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { onPath } from '../browser-paths.mjs';

const run = promisify(execFile);

/** A keyboard on a display: what is pressed there goes to whatever has the focus, the browser's own bars among them. */
export interface Keyboard {
  /** `alt+shift+k`, as xdotool spells it. */
  press(chord: string): Promise<void>;
  type(text: string): Promise<void>;
  /** A click with the pointer, so that the window has the focus. */
  clickAt(place: { readonly x: number; readonly y: number }): Promise<void>;
}

/** Whether this machine has what types. */
export const canType = onPath('xdotool') !== undefined;

export function keyboardOn(display: string): Keyboard {
  const does = async (...words: string[]) => {
    await run('xdotool', words, { env: { ...process.env, DISPLAY: display } });
  };
  return {
    press: (chord) => does('key', chord),
    type: (text) => does('type', '--delay', '60', text),
    clickAt: ({ x, y }) => does('mousemove', String(x), String(y), 'click', '1'),
  };
}
