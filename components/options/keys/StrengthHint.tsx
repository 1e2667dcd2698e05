import { say, type Word } from '../../../utils/words';
import { type Strength, strengthOf } from './strength';

const words: Readonly<Record<Exclude<Strength, 'short'>, Word>> = {
  weak: 'passphraseWeak',
  fair: 'passphraseFair',
  strong: 'passphraseStrong',
};

const steps = { short: 0, weak: 1, fair: 2, strong: 3 } as const;

/** How good what is being typed is: a word, and a bar of three parts. */
export function StrengthHint({ passphrase }: { readonly passphrase: string }) {
  const strength = strengthOf(passphrase);
  return (
    <>
      {say('passphraseHint')}
      <span class={`strength ${strength}`} role="status">
        {passphrase && (
          <>
            <span class="strength-bar" aria-hidden="true">
              {[1, 2, 3].map((step) => (
                <i key={step} class={step <= steps[strength] ? 'full' : ''} />
              ))}
            </span>
            {strength !== 'short' && say(words[strength])}
          </>
        )}
      </span>
    </>
  );
}
