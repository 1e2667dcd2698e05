import type { InviteView } from '../../utils/model';

/** For so long a new link is news to those who have the old one. */
const newsMs = 7 * 86_400_000;

/** Whether the link took another's place so lately that it must be said. */
export function isNews({ previous }: Pick<InviteView, 'previous'>, now: number): boolean {
  return previous !== undefined && now - previous.at <= newsMs;
}
