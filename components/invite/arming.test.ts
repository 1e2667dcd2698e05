import { describe, expect, it } from 'vitest';
import { armMs, heldKeys, isArmed } from './arming';

const down = { key: 'Enter', repeat: false };
const again = { key: 'Enter', repeat: true };

describe('the button', () => {
  it('is armed when the window has been in view for a while', () => {
    expect(isArmed(undefined, 5000)).toBe(false);
    expect(isArmed(1000, 1000 + armMs - 1)).toBe(false);
    expect(isArmed(1000, 1000 + armMs)).toBe(true);
  });
});

describe('a key', () => {
  it('presses a button when it is pressed afresh', () => {
    const keys = heldKeys();
    expect(keys.down(down, true)).toBe(false);
    expect(keys.up(down)).toBe(false);
  });

  it('presses nothing before the button is armed, nor when it is held until it is', () => {
    const keys = heldKeys();
    expect(keys.down(down, false)).toBe(true);
    expect(keys.down(again, true)).toBe(true);
    // Some systems do not say that it is the same press.
    expect(keys.down(down, true)).toBe(true);
    expect(keys.up(down)).toBe(true);
    expect(keys.down(down, true)).toBe(false);
  });

  it('presses nothing while it is held', () => {
    expect(heldKeys().down(again, true)).toBe(true);
    expect(heldKeys().down({ key: ' ', repeat: true }, true)).toBe(true);
  });

  it('may be held where it presses nothing', () => {
    expect(heldKeys().down({ key: 'Tab', repeat: true }, false)).toBe(false);
    expect(heldKeys().down({ key: 'a', repeat: true }, false)).toBe(false);
  });
});
