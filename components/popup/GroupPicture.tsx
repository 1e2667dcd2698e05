import type { InviteCode } from '../../utils/invite-link';
import { Picture } from '../ui/Picture';
import { useAsk } from '../ui/use-asked';

interface GroupPictureProps {
  readonly name: string;
  readonly code: InviteCode | undefined;
}

/** A group of ours: the picture that a look inside has brought, else its sign. Nobody is asked for one. */
export function GroupPicture({ name, code }: GroupPictureProps) {
  return code ? <Seen name={name} code={code} /> : <Picture name={name} size="small" />;
}

function Seen({ name, code }: { readonly name: string; readonly code: InviteCode }) {
  const { now } = useAsk('link.recall', [code]);
  return <Picture name={name} src={now.before?.[0]?.picture} size="small" />;
}
