import { useEffect, useRef, useState } from 'preact/hooks';
import type { InviteCode } from '../../../utils/invite-link';
import type { Own } from '../../../utils/model/sight';
import { ask } from '../../ui/use-ask';
import type { Stand } from './Standing';

/** How the codes of some rows stand now, out of the store alone; those of which nothing is known are left out. */
export function useStands(rows: readonly { readonly code: InviteCode }[] | undefined): ReadonlyMap<InviteCode, Stand> {
  const [stands, setStands] = useState<ReadonlyMap<InviteCode, Stand>>(new Map());
  const asked = useRef(new Set<InviteCode>());
  useEffect(() => {
    const fresh = [...new Set(rows?.map(({ code }) => code))].filter((code) => !asked.current.has(code));
    if (fresh.length === 0) return;
    for (const code of fresh) asked.current.add(code);
    ask('link.recall', fresh).then(
      (sights) => setStands((known) => new Map([...known, ...sights.flatMap(({ code, own }) => standOf(code, own))])),
      // Nothing is said of them then; the rows stand by themselves.
      () => undefined,
    );
  }, [rows]);
  return stands;
}

function standOf(code: InviteCode, own: Own | undefined): readonly (readonly [InviteCode, Stand])[] {
  if (own?.code === 'current') return [[code, 'current']];
  if (own?.code !== 'retired') return [];
  return [[code, own.retired?.byUs === false ? 'changed-elsewhere' : 'retired']];
}
