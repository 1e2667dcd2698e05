import { render } from 'preact';
import { useState } from 'preact/hooks';
import { create } from 'qrcode/lib/core/qrcode.js';

interface Kept {
  readonly name: string;
  readonly link: string;
}

// The least that our stack needs for the main job: the store is read, a link, a button and its QR code are drawn.
const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
const { kept } = await storage.local.get('kept');
render(<BarePopup {...kept} />, document.body);

function BarePopup({ name, link }: Kept) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true));
  const { size, data } = create(link, { errorCorrectionLevel: 'M' }).modules;
  return (
    <main>
      <h1>{name}</h1>
      <svg class="qr" viewBox={`-4 -4 ${size + 8} ${size + 8}`} width="120" height="120">
        <title>{link}</title>
        <path d={pathOf(size, data)} />
      </svg>
      <a title={link} href={link}>
        {link}
      </a>
      <button type="button" onClick={copy}>
        {copied ? 'Copied' : 'Copy link'}
      </button>
    </main>
  );
}

function pathOf(size: number, data: ArrayLike<number | boolean>): string {
  return Array.from(data, (dark, nth) => (dark ? `M${nth % size} ${Math.floor(nth / size)}h1v1h-1z` : '')).join('');
}
