import { useEffect, useState } from 'preact/hooks';

/** Where in a page we are: `#section/rest`. */
export interface Route {
  readonly section: string;
  readonly rest: string;
}

export function route(hash: string): Route {
  const [section = '', ...rest] = hash.replace(/^#/, '').split('/');
  return { section, rest: rest.join('/') };
}

/** The route of this page, followed as it changes. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const listening = new AbortController();
    addEventListener('hashchange', () => setHash(location.hash), { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return route(hash);
}
