import { useState } from 'preact/hooks';
import { resetNotice } from '../../../utils/handout/reset-notice';
import { say } from '../../../utils/words';
import { noticeText } from '../../ui/CopyNotice';
import { TextArea } from '../TextArea';
import type { RulePart } from './RulesForm';

/** It leads nowhere. */
const exampleLink = 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv';

/** What is said when a link has changed, in one's own words, and how that reads. */
export function NoticeField({ rules, change }: RulePart) {
  const [typed, setTyped] = useState(rules.notice);
  const text = noticeText(typed);
  return (
    <>
      <TextArea
        label={say('noticeField')}
        hint={say('noticeHint')}
        rows={3}
        maxLength={2_000}
        value={typed}
        onValue={setTyped}
        onRest={(next) => void change({ notice: next.trim() })}
      >
        {!text.includes('{link}') && (
          <div class="error">
            <span aria-hidden="true">⚠</span>
            {say('noticeLacksLink')}
          </div>
        )}
      </TextArea>
      <figure class="notice-preview">
        <figcaption class="small quiet-text">{say('noticePreview')}</figcaption>
        <blockquote dir="auto">
          {resetNotice(text, { group: say('noticeExampleGroup'), link: exampleLink }, say('unnamedGroup'))}
        </blockquote>
      </figure>
    </>
  );
}
