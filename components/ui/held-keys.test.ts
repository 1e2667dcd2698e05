import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdKeys } from './held-keys';

// As much of a browser as a key needs: a page that hears it first, and a field that has the focus by the end.

class Key extends Event {
  readonly key: string;
  readonly ctrlKey: boolean;
  constructor(kind: string, { key = '', ctrlKey = false }: { readonly key?: string; readonly ctrlKey?: boolean }) {
    super(kind, { cancelable: true });
    this.key = key;
    this.ctrlKey = ctrlKey;
  }
}
class Field extends EventTarget {
  value = '';
  readonly form = { requestSubmit: vi.fn() };
}
class Button extends EventTarget {
  readonly click = vi.fn();
}

const browser = { focus: undefined as EventTarget | undefined, page: new EventTarget() };

beforeEach(() => {
  browser.page = new EventTarget();
  browser.focus = undefined;
  vi.stubGlobal('addEventListener', browser.page.addEventListener.bind(browser.page));
  vi.stubGlobal('KeyboardEvent', Key);
  vi.stubGlobal('HTMLInputElement', Field);
  vi.stubGlobal('HTMLButtonElement', Button);
  vi.stubGlobal('document', {
    get activeElement() {
      return browser.focus;
    },
    execCommand(_: string, __: boolean, text: string) {
      if (browser.focus instanceof Field) browser.focus.value += text;
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

/** Whether the page did with it what it does with keys. */
function pressed(key: string, more: { readonly ctrlKey?: boolean } = {}): boolean {
  return browser.page.dispatchEvent(new Key('keydown', { key, ...more }));
}

describe('keys that are pressed before the face they are meant for has been read', () => {
  it('do nothing meanwhile, and come to the field that has the focus then, in their order', () => {
    const handOn = holdKeys();
    const heard = vi.fn();
    browser.page.addEventListener('keydown', heard);
    expect([...'1203'].map((key) => pressed(key))).toEqual([false, false, false, false]);
    expect(heard).not.toHaveBeenCalled();
    const field = new Field();
    browser.focus = field;
    handOn();
    expect(field.value).toBe('1203');
    expect(pressed('6')).toBe(true);
  });

  it('send the form, or click the button, that Enter would have', () => {
    const field = new Field();
    browser.focus = field;
    const handOn = holdKeys();
    pressed('Enter');
    handOn();
    expect(field.form.requestSubmit).toHaveBeenCalledOnce();
    const button = new Button();
    browser.focus = button;
    const again = holdKeys();
    pressed('Enter');
    again();
    expect(button.click).toHaveBeenCalledOnce();
  });

  it('do no more than the face lets them', () => {
    const field = new Field();
    field.addEventListener('keydown', (event) => event.preventDefault());
    browser.focus = field;
    const handOn = holdKeys();
    pressed('x');
    handOn();
    expect(field.value).toBe('');
  });

  it('are left to the browser where they are a shortcut', () => {
    const handOn = holdKeys();
    expect(pressed('r', { ctrlKey: true })).toBe(true);
    const field = new Field();
    browser.focus = field;
    handOn();
    expect(field.value).toBe('');
  });
});
