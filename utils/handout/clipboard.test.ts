import { afterEach, expect, it, vi } from 'vitest';
import { Trouble } from '../trouble';
import { copyFlavours, copyLater, copyPng } from './clipboard';

const both = { text: 'Join: link', html: '<a>Join</a>' };
const png = new Blob(['png'], { type: 'image/png' });

afterEach(() => vi.unstubAllGlobals());

class FakeItem {
  readonly parts: Record<string, Promise<Blob>>;

  constructor(parts: Record<string, Promise<Blob>>) {
    this.parts = parts;
  }
}

/** A page whose clipboard is open or shut, for the new way and the old. */
function page({ write, event }: { write: boolean; event: boolean }) {
  const kept: Record<string, string> = {};
  const listeners = new EventTarget();
  vi.stubGlobal('ClipboardItem', FakeItem);
  vi.stubGlobal('navigator', {
    clipboard: {
      write: async ([item]: FakeItem[]) => {
        if (!write) throw new DOMException('no', 'NotAllowedError');
        for (const [type, part] of Object.entries(item?.parts ?? {})) kept[type] = await (await part).text();
      },
    },
  });
  vi.stubGlobal('document', {
    addEventListener: listeners.addEventListener.bind(listeners),
    execCommand: () => {
      const clipboardData = { setData: (type: string, text: string) => Object.assign(kept, { [type]: text }) };
      return event && listeners.dispatchEvent(Object.assign(new Event('copy'), { clipboardData }));
    },
  });
  return kept;
}

it.each([
  { write: true, event: false },
  { write: false, event: true },
])('copies both flavours: %o', async (open) => {
  const kept = page(open);
  await copyFlavours(both);
  expect(kept).toEqual({ 'text/plain': both.text, 'text/html': both.html });
});

it('copies text alone as text alone', async () => {
  const kept = page({ write: true, event: false });
  await copyFlavours({ text: 'link' });
  expect(kept).toEqual({ 'text/plain': 'link' });
});

it('asks for the clipboard before the text is there', async () => {
  const kept = page({ write: true, event: false });
  const asked = vi.spyOn(navigator.clipboard, 'write');
  const { promise, resolve } = Promise.withResolvers<typeof both>();
  const copied = copyLater(promise, ['text/plain', 'text/html']);
  expect(asked).toHaveBeenCalledOnce();
  resolve(both);
  await copied;
  expect(kept['text/html']).toBe(both.html);
});

it('says so where the clipboard is shut', async () => {
  page({ write: false, event: false });
  await expect(copyFlavours(both)).rejects.toMatchObject({ kind: 'clipboard-refused' });
  await expect(copyPng(png)).rejects.toMatchObject({ kind: 'clipboard-refused' });
});

it('copies a picture, here or still to come', async () => {
  const kept = page({ write: true, event: false });
  await copyPng(png);
  expect(kept).toEqual({ 'image/png': 'png' });
  await copyPng(Promise.resolve(png));
});

it('hands on the trouble of what never came', async () => {
  page({ write: true, event: true });
  const lost = () => Promise.reject(new Trouble('unreachable'));
  await expect(copyLater(lost(), ['text/plain'])).rejects.toMatchObject({ kind: 'unreachable' });
  await expect(copyPng(lost())).rejects.toMatchObject({ kind: 'unreachable' });
});
