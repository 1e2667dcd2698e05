import { useLayoutEffect, useRef } from 'preact/hooks';

/** Takes the focus to the first field of a form that is wrong, each time that one of `tries` is another. */
export function useFocusOnFault(...tries: readonly unknown[]) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    const folded = wrong?.closest('details');
    if (folded) folded.open = true;
    wrong?.focus();
  }, tries);
  return form;
}
