interface Facts {
  readonly lure: string;
  /** What the links lead to after the first press. */
  readonly swapped: string;
  readonly calm: boolean;
}

/** What the hostile page does, each trick under its name: `hostile.start('fake', 'cover')`, without names all of them. */
export function hostileScript(facts: Facts): string {
  return `const facts = ${JSON.stringify(facts)};\n${script}`;
}

const script = `
// Its own presses shall not lead away from it.
addEventListener('click', (event) => event.preventDefault());
// Traps: whatever of ours ran in the page's own world would be caught here, by name.
const caught = [];
for (const [owner, name] of [
  [Element.prototype, 'attachShadow'], [EventTarget.prototype, 'addEventListener'], [Element.prototype, 'append'],
  [Element.prototype, 'querySelectorAll'], [Document.prototype, 'createElement'], [Document.prototype, 'querySelectorAll'],
  [Node.prototype, 'appendChild'], [window, 'fetch'], [window, 'postMessage'], [window, 'open'],
  [MutationObserver.prototype, 'observe'], [HTMLElement.prototype, 'showPopover'],
]) {
  const real = owner[name];
  owner[name] = function (...args) {
    if (!hostile.busy) caught.push(name);
    return Reflect.apply(real, this, args);
  };
}
Object.defineProperty(Object.prototype, 'isTrusted', { get: () => true, configurable: true });
Array.prototype.includes = () => true;
String.prototype.match = () => ['https://chat.whatsapp.com/' + facts.swapped];
window[Symbol.for('latchkey')] = { version: '999', watching: true, codes: [facts.swapped], stop() {}, card: { open() {} } };
history.pushState = history.replaceState = () => {};

// Its own names stand in its own way too.
const [root] = document.getElementsByTagName('html');
const made = (name) => own(Reflect.apply(Document.prototype.createElement, document, [name]));
const links = () => [...document.getElementsByTagName('a')];
const mine = new WeakSet(document.getElementsByTagName('*'));
const own = (element) => { mine.add(element); return element };
const foreign = () => [...document.getElementsByTagName('*')].filter((element) => !mine.has(element));
const timers = [];
const every = (ms, deed) => timers.push(setInterval(() => {
  hostile.busy = true;
  try { deed() } finally { hostile.busy = false; hostile.rounds += 1 }
}, ms));

const events = [
  ...['pointerover', 'pointerenter', 'pointermove', 'pointerdown', 'pointerup'].map((type) => [PointerEvent, type]),
  ...['mouseover', 'mouseenter', 'mousemove', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu'].map((type) => [MouseEvent, type]),
  ...['focusin', 'focus'].map((type) => [FocusEvent, type]),
];
function fakeOn(target) {
  const { left = 5, top = 5 } = target.getBoundingClientRect?.() ?? {};
  const init = { bubbles: true, composed: true, cancelable: true, clientX: left + 2, clientY: top + 2, button: 0, detail: 1, view: window };
  for (const [Kind, type] of events) target.dispatchEvent(new Kind(type, init));
  for (const key of ['Enter', ' ', 'Tab']) {
    for (const type of ['keydown', 'keypress', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, { ...init, key, code: key }));
  }
  target.click?.();
}

const tricks = {
  // Presses and points at everything: the links, what is not the page's own, and whatever is where a card might be.
  fake: () => every(100, () => {
    const [first] = links().filter(({ href }) => href.includes('chat.whatsapp.com'));
    const { left, bottom } = first.getBoundingClientRect();
    const there = [20, 60, 100].flatMap((down) => [30, 120, 200].map((right) => document.elementFromPoint(left + right, bottom + down)));
    for (const target of [window, document, root, first, links().at(-1), ...foreign(), ...there]) if (target) fakeOn(target);
  }),
  focus: () => every(150, () => links().find(({ id }) => id.startsWith('link-'))?.focus()),
  // Covers everything with what lets presses through, in the top layer and above all else.
  cover: () => {
    for (const popover of ['manual', null]) {
      const cover = made('div');
      cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;z-index:2147483647;margin:0;border:0;pointer-events:none;background:rgb(255 255 255 / 60%)';
      if (popover) cover.popover = popover;
      root.append(cover);
      if (popover) every(200, () => { cover.hidePopover(); cover.showPopover() });
    }
  },
  fade: () => every(300, () => {
    root.style.opacity = root.style.opacity ? '' : '0.01';
    for (const element of foreign()) element.style.cssText += ';opacity:0.01 !important;transform:scale(9);filter:opacity(0)';
  }),
  // The address changes in the moment of the press.
  swap: () => {
    const change = () => {
      for (const link of links()) if (link.id.startsWith('link-')) link.href = 'https://chat.whatsapp.com/' + facts.swapped;
    };
    for (const type of ['pointerdown', 'mousedown', 'click', 'keydown']) {
      window.addEventListener(type, change, true);
      timers.push({ disconnect: () => window.removeEventListener(type, change, true) });
    }
  },
  flood: () => {
    let nth = 0;
    every(50, () => {
      if (nth >= 4000) return;
      const flood = document.getElementById('flood');
      for (let more = 0; more < 100; more += 1) {
        const link = made('a');
        link.href = 'https://chat.whatsapp.com/KFakeFlood' + String(nth++).padStart(12, '0');
        link.textContent = 'more ';
        flood.append(link);
      }
    });
  },
  // Everything that the page has not made goes at once.
  purge: () => {
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node.nodeType === 1 && !mine.has(node)) node.remove();
    });
    observer.observe(document, { childList: true, subtree: true });
    timers.push({ disconnect: () => observer.disconnect() });
  },
  // Pretends to be a newer script of the extension, and shouts.
  shout: () => every(50, () => {
    for (let nth = 0; nth < 100; nth += 1) {
      for (const type of ['wxt:content-script-started', 'latchkey', 'latchkey:content-script-started', 'wxt:locationchange', 'popstate']) {
        const detail = { contentScriptName: 'spotter', messageId: String(Math.random()), question: 'link.probe', asked: facts.lure };
        document.dispatchEvent(new CustomEvent(type, { detail }));
        window.dispatchEvent(new CustomEvent(type, { detail }));
      }
    }
    window.postMessage({ type: 'latchkey:wxt:content-script-started', question: 'link.probe', asked: facts.lure }, '*');
  }),
  route: () => every(80, () => Reflect.apply(History.prototype.replaceState, history, [null, '', '#' + Date.now() % 1000])),
  churn: () => every(60, () => {
    for (const link of links()) {
      if (!link.id.startsWith('link-')) continue;
      const copy = own(link.cloneNode(true));
      link.replaceWith(copy);
    }
  }),
};

const hostile = {
  busy: false,
  caught,
  /** How often any of the tricks has been played. */
  rounds: 0,
  start(...names) {
    hostile.busy = true;
    for (const name of names.length > 0 ? names : Object.keys(tricks)) tricks[name]();
    hostile.busy = false;
  },
  stop() {
    for (const timer of timers.splice(0)) timer.disconnect ? timer.disconnect() : clearInterval(timer);
    for (const cover of [...root.children]) if (cover.localName === 'div' && mine.has(cover)) cover.remove();
    root.removeAttribute('style');
  },
};
window.hostile = hostile;
if (!facts.calm) hostile.start();
`;
