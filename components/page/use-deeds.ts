import { useState } from 'preact/hooks';
import { askFromPage } from '../../utils/bridge/ask-from-page';
import { type InviteCode, inviteUrl } from '../../utils/invite-link';
import { copyText } from '../../utils/page/copy-text';
import { asTrouble, type TroubleFacts } from '../../utils/trouble';

/** What became of the last thing that was done, as far as it is worth a word. */
export type Outcome =
  | { readonly kind: 'copied' | 'copy-refused' | 'window' | 'covered' | 'mute-asked' }
  | { readonly kind: 'troubled'; readonly trouble: TroubleFacts };

export interface Deeds {
  readonly outcome: Outcome | undefined;
  /** A handler for clicks and keys of a person who can see the card; the page's own are nothing to it. */
  readonly by: (deed: () => void) => (event: Event) => void;
  readonly copy: () => void;
  readonly join: () => void;
  readonly askMute: () => void;
  readonly mute: () => void;
  readonly rest: () => void;
}

interface Wiring {
  readonly isClear: () => boolean;
  readonly onMuted: () => void;
}

/** What can be done with an invite besides looking inside. */
export function useDeeds(code: InviteCode, { isClear, onMuted }: Wiring): Deeds {
  const [outcome, setOutcome] = useState<Outcome>();
  const tell = (kind: Exclude<Outcome['kind'], 'troubled'>) => () => setOutcome({ kind });
  const fail = (caught: unknown) => setOutcome({ kind: 'troubled', trouble: asTrouble(caught).facts });
  return {
    outcome,
    by: (deed) => (event) => {
      if (!event.isTrusted) return;
      if (isClear()) deed();
      else tell('covered')();
    },
    copy: () => void copyText(inviteUrl(code)).then((done) => tell(done ? 'copied' : 'copy-refused')()),
    join: () => void askFromPage('link.wish', code).then(tell('window'), fail),
    askMute: tell('mute-asked'),
    mute: () => void askFromPage('page.mute').then(onMuted, fail),
    rest: () => setOutcome(undefined),
  };
}
