/** Looks at the page when the browser is idle, and says so when that is done. In the trace the call is named `look`. */
export function looked(prepare: () => () => unknown): void {
  requestIdleCallback(() => {
    const whatToDo = prepare();
    requestIdleCallback(function look() {
      whatToDo();
    });
    requestIdleCallback(() => document.documentElement.setAttribute('data-looked', ''));
  });
}
