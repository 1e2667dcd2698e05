import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isDemoCode } from '../../utils/demo';
import { type InviteCode, inviteUrl } from '../../utils/invite-link';
import { say } from '../../utils/words';
import { DemoLink } from '../ui/DemoMark';
import { drawing } from './on-demand';

interface LinkFaceProps {
  readonly code: InviteCode | undefined;
  /** What is known of the invite, beneath its link. */
  readonly children?: ComponentChildren;
}

/** An invite as one sees it: QR code and link. Without a code, the space it will take. */
export function LinkFace({ code, children }: LinkFaceProps) {
  return (
    <div class="link-face">
      {code ? <LinkQr key={code} link={inviteUrl(code)} /> : <div class="qr skeleton" />}
      <div class="link-facts">
        {code ? <LinkLine code={code} /> : <div class="skeleton line" />}
        {code && <DemoLink code={code} />}
        {children}
      </div>
    </div>
  );
}

/** The link; one of the demo's leads nowhere, and so is none. */
function LinkLine({ code }: { readonly code: InviteCode }) {
  const text = inviteUrl(code).replace('https://', '');
  if (isDemoCode(code)) {
    return (
      <span class="link one-line" dir="ltr" title={inviteUrl(code)}>
        {text}
      </span>
    );
  }
  return (
    <a class="link one-line" href={inviteUrl(code)} target="_blank" rel="noreferrer" dir="ltr" title={inviteUrl(code)}>
      {text}
    </a>
  );
}

/** The QR code, whose text alternative is the link. Drawn after the popup stands: words come first. */
function LinkQr({ link }: { readonly link: string }) {
  const [drawn, setDrawn] = useState<{ readonly path: string; readonly viewBox: string }>();
  useEffect(() => {
    const gone = new AbortController();
    requestAnimationFrame(async () => {
      const { qrMatrix, qrPath, qrViewBox } = await drawing.read();
      if (gone.signal.aborted) return;
      const matrix = qrMatrix(link);
      setDrawn({ path: qrPath(matrix), viewBox: qrViewBox(matrix) });
    });
    return () => gone.abort();
  }, [link]);
  return (
    <svg class="qr" viewBox={drawn?.viewBox ?? '0 0 1 1'} role="img" aria-label={say('qrOf', link)}>
      <path d={drawn?.path ?? ''} shape-rendering="crispEdges" />
    </svg>
  );
}
