// As much of it as the bench uses.
declare module 'webextension-polyfill' {
  interface Heard {
    addListener(listener: (message: unknown) => Promise<object>): void;
  }
  const browser: { readonly runtime: { readonly onMessage: Heard } };
  export default browser;
}
