import { describe, expect, it } from 'vitest';
import { strengthOf } from './strength';

describe('the strength of a passphrase', () => {
  it('is none below twelve characters', () => {
    expect(strengthOf('')).toBe('short');
    expect(strengthOf('x7$Kq!m2Rz#')).toBe('short');
  });

  it.each(['aaaaaaaaaaaaaaaaaaaa', '12345678901234567890', 'abcabcabcabcabcabcabc', 'passwordpassword'])(
    'does not take %s for more than it is',
    (passphrase) => expect(strengthOf(passphrase)).toBe('weak'),
  );

  it('is fair for a few words, and good for many or for what looks like nothing', () => {
    expect(strengthOf('my dog is called')).toBe('fair');
    expect(strengthOf('ladder violet Tuesday soup')).toBe('strong');
    expect(strengthOf('x7$Kq!m2Rz#vL')).toBe('strong');
  });
});
