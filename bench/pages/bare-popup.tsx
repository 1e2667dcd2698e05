import { render } from 'preact';
import { useState } from 'preact/hooks';
import { encodeQR } from 'qr';

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
  const rows = encodeQR(link, 'raw', { ecc: 'medium', border: 4 });
  return (
    <main>
      <h1>{name}</h1>
      <svg class="qr" viewBox={`0 0 ${rows.length} ${rows.length}`} width="120" height="120">
        <title>{link}</title>
        <path d={pathOf(rows)} />
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

function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}
