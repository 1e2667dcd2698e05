import { isLoopback } from '../../utils/server-address';
import { say } from '../../utils/words';

/** A word on an address without encryption: who can read the key that is sent there. */
export function PlainHttp({ server }: { readonly server: string }) {
  if (!server.startsWith('http:')) return null;
  const here = isLoopback(new URL(server).hostname);
  return (
    <p class={here ? 'plain-http' : 'plain-http heed'}>
      <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" fill-rule="evenodd" aria-hidden="true">
        <path d="M8 1 15.5 15H.5zM7 6v4.5h2V6zm0 5.5v2h2v-2z" />
      </svg>
      {say(here ? 'serverPlainHere' : 'serverPlain')}
    </p>
  );
}
