import { cleanName } from '../../utils/handout/clean-name';

/** A name that strangers chose, on one line: it can neither turn the text around it nor break out of its box. */
export function SafeText(props: { readonly text: string; readonly instead: string }) {
  const text = cleanName(props.text) || props.instead;
  return (
    <bdi class="one-line" dir="auto" title={text}>
      {text}
    </bdi>
  );
}
