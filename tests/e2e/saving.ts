import type { Tab } from '../../sandbox/browser/tab.ts';

/** A file as it was handed to the browser to save. */
export interface Saved {
  readonly name: string;
  readonly type: string;
  /** In base64. */
  readonly bytes: string;
}

/** Keeps what links save, on its way to the disk: run in the page. */
export function watchSaving(): void {
  const blobs = new Map<string, Blob>();
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    const url = make.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    Reflect.set(window, 'saved', { name: this.download, blob: blobs.get(this.href) });
    click.call(this);
  };
}

/** What was saved last since `watchSaving`. */
export async function lastSaved(tab: Tab): Promise<Saved> {
  return tab.evaluate(async () => {
    const { name, blob }: { name: string; blob: Blob } = Reflect.get(window, 'saved');
    const bytes = Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('');
    return { name, type: blob.type, bytes: btoa(bytes) };
  });
}

/** Chooses a file with this text, as a person does in a dialog that nobody can drive: run in the page. */
export function chosen(text: string): void {
  const field = document.querySelector<HTMLInputElement>('input[type=file]');
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], 'latchkey-backup.json', { type: 'application/json' }));
  if (field) field.files = transfer.files;
  field?.dispatchEvent(new Event('change', { bubbles: true }));
}
