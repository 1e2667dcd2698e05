import type { Tab } from '../../sandbox/browser/tab.ts';
import type { Stage } from './stage.ts';

/** Takes down, from now on, every answer that the background gives to this page, and what its console says. */
export async function listenIn(tab: Tab): Promise<void> {
  await tab.evaluate(listen);
}

/** Takes down what the console of the background says. */
export async function listenInBackground({ browser }: Stage): Promise<void> {
  await browser.evaluateInBackground(listen);
  await browser.evaluateInBackground("console.info('a word of the background')");
}

/** All that a page shows, holds in its fields, was answered, and said. */
export async function everythingIn(tab: Tab): Promise<string> {
  return JSON.stringify([await tab.evaluate(shown), await tab.evaluate(heard)]);
}

export function heardInBackground({ browser }: Stage): Promise<string> {
  return browser.evaluateInBackground(heard);
}

/** Tries to take the key out that seals all others; gives the name of the browser's refusal. */
export function takeDeviceKey(tab: Tab): Promise<string> {
  return tab.evaluate(exportKey);
}

// The rest travels into the page as text.

function listen(): void {
  // Firefox runs this beside the page, with a global of its own: what the page shall meet goes to its window.
  const own = Reflect.get(self, 'wrappedJSObject') ?? self;
  const taken: string[] = [];
  own.takenDown = () => taken.join('\n');
  const words = (said: unknown): string => {
    if (said instanceof Error) return `${said.name} ${said.message} ${said.stack}`;
    return typeof said === 'object' ? JSON.stringify(said) : String(said);
  };
  for (const kind of ['debug', 'info', 'log', 'warn', 'error'] as const) {
    own.console[kind] = (...said: readonly unknown[]) => void taken.push(said.map(words).join(' '));
  }
  own.addEventListener('error', ({ message, error }: ErrorEvent) => taken.push(message, words(error)));
  own.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => taken.push(words(reason)));
  const { runtime } = own.browser ?? own.chrome;
  const send = runtime.sendMessage.bind(runtime);
  runtime.sendMessage = async (...message: readonly unknown[]) => {
    const answer = await send(...message);
    taken.push(words(answer));
    return answer;
  };
}

function heard(): string {
  const own = Reflect.get(self, 'wrappedJSObject') ?? self;
  return own.takenDown();
}

function shown(): string {
  const values = Array.from(document.querySelectorAll('input, textarea'), (field) => Reflect.get(field, 'value'));
  return [location.href, document.documentElement.outerHTML, document.body.innerText, ...values].join('\n');
}

function exportKey(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('latchkey');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('keys').objectStore('keys').get('device');
      reading.onsuccess = () =>
        crypto.subtle.exportKey('raw', reading.result).then(
          () => resolve('taken'),
          ({ name }) => resolve(name),
        );
    };
  });
}
