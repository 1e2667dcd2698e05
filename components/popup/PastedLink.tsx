import { useLater } from '../ui/use-later';
import { PanelSkeleton } from './PanelSkeleton';
import type { PasteLinkProps } from './PasteLink';

/** A pasted link, as soon as its face is there. */
export function PastedLink(props: PasteLinkProps) {
  const Face = useLater(async () => (await import('./PasteLink')).PasteLink);
  return Face ? <Face {...props} /> : <PanelSkeleton />;
}
