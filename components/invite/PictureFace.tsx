import { useEffect, useState } from 'preact/hooks';
import { isDemoCode } from '../../utils/demo';
import { type InviteCode, inviteUrl } from '../../utils/invite-link';
import { asTrouble, type TroubleFacts } from '../../utils/trouble';
import { say } from '../../utils/words';
import { DemoMark } from '../ui/DemoMark';
import { TroubleNotice } from '../ui/Notice';
import { ask } from '../ui/use-ask';
import { turnTo } from './address';
import { codesInPictures } from './read-picture';
import { close, Stand } from './Stand';

type Found = { readonly codes: readonly InviteCode[] } | { readonly trouble: TroubleFacts };

/** Reads the QR code of a picture that was right-clicked, and goes on to what is behind it. */
export function PictureFace({ id }: { readonly id: string | undefined }) {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    const gone = new AbortController();
    read(id).then((next) => {
      if (gone.signal.aborted) return;
      const [only, ...others] = 'codes' in next ? next.codes : [];
      if (only && others.length === 0) turnTo('look', only);
      else setFound(next);
    });
    return () => gone.abort();
  }, [id]);
  const leave = (
    <button type="button" class="button" onClick={close}>
      {say('windowClose')}
    </button>
  );
  return (
    <Stand title={say('windowPictureTitle')} busy={!found} actions={leave}>
      {!found && (
        <div role="status" class="after-a-moment">
          <div class="skeleton line" />
          <p class="small quiet-text">{say('windowReadingPicture')}</p>
        </div>
      )}
      {found && 'trouble' in found && <TroubleNotice trouble={found.trouble} />}
      {found && 'codes' in found && <Several codes={found.codes} />}
    </Stand>
  );
}

function Several({ codes }: { readonly codes: readonly InviteCode[] }) {
  return (
    <ul class="stack">
      {codes.map((code) => (
        <li key={code} class="card row several">
          <bdi dir="ltr" class="small one-line">
            {inviteUrl(code).replace('https://', '')}
          </bdi>
          {isDemoCode(code) && <DemoMark />}
          <button type="button" class="button" onClick={() => turnTo('look', code)}>
            {say('lookInside')}
          </button>
        </li>
      ))}
    </ul>
  );
}

async function read(id: string | undefined): Promise<Found> {
  try {
    const pictures = id === undefined ? [] : await ask('picture.take', id);
    const { codes, texts } = await codesInPictures(pictures);
    if (codes.length > 0) return { codes };
    return { trouble: { kind: texts > 0 ? 'no-invite' : 'no-qr' } };
  } catch (caught) {
    return { trouble: asTrouble(caught).facts };
  }
}
