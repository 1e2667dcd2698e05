import { useRef, useState } from 'preact/hooks';
import { copyFlavours } from '../../utils/handout/clipboard';
import { say } from '../../utils/words';
import { announce } from './Announcer';

/** How long "Copied" stands. */
const doneMs = 1600;

export interface Copying {
  /** What was copied last, for as long as "Copied" stands; `refused` when the clipboard said no. */
  readonly done: string | undefined;
  readonly refused: boolean;
  /** To be called in the click or key itself. */
  readonly copy: (text: string) => void;
}

/** Copies plain text, and says so to eyes and ears. */
export function useCopying(): Copying {
  const [done, setDone] = useState<string>();
  const [refused, setRefused] = useState(false);
  const fading = useRef(0);
  const said = (text: string) => {
    clearTimeout(fading.current);
    announce(say('copied'));
    setRefused(false);
    setDone(text);
    fading.current = Number(setTimeout(() => setDone(undefined), doneMs));
  };
  return {
    done,
    refused,
    copy: (text) => {
      copyFlavours({ text }).then(
        () => said(text),
        () => setRefused(true),
      );
    },
  };
}
