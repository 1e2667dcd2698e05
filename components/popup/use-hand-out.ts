import { useRef, useState } from 'preact/hooks';
import { isDemoCode } from '../../utils/demo';
import { shapeWords } from '../../utils/handout/shape-words';
import type { Invitation } from '../../utils/handout/shapes';
import type { Shape } from '../../utils/model/hand-out';
import { asTrouble, type TroubleFacts } from '../../utils/trouble';
import { say } from '../../utils/words';
import { announce } from '../ui/Announcer';
import { handing } from './on-demand';
import { leave } from './place';

/** How long "Copied" stands. */
const doneMs = 1600;
/** How long it is seen before the popup goes. */
const partingMs = 600;

/** How the last handing out went. */
export type HandedOut =
  | { readonly outcome: 'rest' | 'under-way' }
  | { readonly outcome: 'done'; readonly shape: Shape }
  | { readonly outcome: 'refused'; readonly text: string }
  | { readonly outcome: 'troubled'; readonly trouble: TroubleFacts };

export interface HandingOut {
  readonly now: HandedOut;
  /** To be called in the click or key itself. */
  readonly give: (shape: Shape) => Promise<void>;
  /** The same, and closes the popup once "Copied" has been seen. */
  readonly giveAndLeave: (shape: Shape) => Promise<void>;
}

interface Giving {
  /** What is to be handed out, as soon as it is there. */
  readonly coming: () => Promise<Invitation>;
  /** Told what left the house. */
  readonly onGiven: (invitation: Invitation, shape: Shape) => void;
}

/** Copies or saves, says so to eyes and ears, and keeps the text at hand where the clipboard refused. */
export function useHandOut({ coming, onGiven }: Giving): HandingOut {
  const [now, setNow] = useState<HandedOut>({ outcome: 'rest' });
  const fading = useRef(0);

  const gave = async (shape: Shape): Promise<boolean> => {
    clearTimeout(fading.current);
    setNow({ outcome: 'under-way' });
    const invitation = coming();
    try {
      // In the click itself, wherever possible; else so soon after it that its right to the clipboard still holds.
      await (handing.now()?.handOut(shape, invitation) ?? (await handing.read()).handOut(shape, invitation));
    } catch (caught) {
      setNow(await failed(shape, invitation, asTrouble(caught).facts));
      return false;
    }
    setNow({ outcome: 'done', shape });
    fading.current = Number(setTimeout(() => setNow({ outcome: 'rest' }), doneMs));
    const given = await invitation;
    announce([say(shapeWords[shape].done), isDemoCode(given.code) && say('demo')].filter(Boolean).join(' · '));
    onGiven(given, shape);
    return true;
  };
  return {
    now,
    give: async (shape) => {
      await gave(shape);
    },
    giveAndLeave: async (shape) => {
      if (await gave(shape)) setTimeout(leave, partingMs);
    },
  };
}

async function failed(shape: Shape, invitation: Promise<Invitation>, trouble: TroubleFacts): Promise<HandedOut> {
  if (trouble.kind !== 'clipboard-refused') return { outcome: 'troubled', trouble };
  return { outcome: 'refused', text: (await handing.read()).asText(shape, await invitation) };
}
