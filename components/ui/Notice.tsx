import type { ComponentChildren } from 'preact';
import type { TroubleFacts } from '../../utils/trouble';
import { troubleWords } from '../../utils/wording';
import { say, type Word } from '../../utils/words';

export type Tone = 'trouble' | 'heed' | 'info' | 'good';

const tones: Record<Tone, { readonly word: Word; readonly path: string }> = {
  trouble: { word: 'toneTrouble', path: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM7 4v5h2V4zm0 6.5v2h2v-2z' },
  heed: { word: 'toneHeed', path: 'M8 1 15.5 15H.5zM7 6v4.5h2V6zm0 5.5v2h2v-2z' },
  info: { word: 'toneInfo', path: 'M8 .5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM7 3.5v2h2v-2zM7 7v5.5h2V7z' },
  good: {
    word: 'toneGood',
    path: 'M8 .5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM4 8.2l3 3 5.2-5.4-1.4-1.3L7 8.4 5.4 6.8z',
  },
};

interface NoticeProps {
  readonly tone: Tone;
  /** What happened, in one sentence. */
  readonly title?: string;
  /** What it means, and what to do. */
  readonly children?: ComponentChildren;
  /** One or two buttons. */
  readonly actions?: ComponentChildren;
}

/** A word to the user, in one of four tones. Trouble interrupts a screen reader, the others wait for a pause. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  const { word, path } = tones[tone];
  return (
    <div class={`notice ${tone}`} role={tone === 'trouble' ? 'alert' : 'status'}>
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        fill="currentColor"
        fill-rule="evenodd"
        role="img"
        aria-label={say(word)}
      >
        <path d={path} />
      </svg>
      <div class="words">
        {title && <b>{title}</b>} {children}
      </div>
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}

/** A trouble in words: what happened, what to do next, and what the gateway itself said. */
export function TroubleNotice(props: { readonly trouble: TroubleFacts; readonly actions?: ComponentChildren }) {
  const { what, next, detail } = troubleWords(props.trouble);
  return (
    <Notice tone="trouble" title={what} actions={props.actions}>
      {next}
      {detail && <bdi class="said">{detail}</bdi>}
    </Notice>
  );
}
