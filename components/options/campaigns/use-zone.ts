import { useAsk } from '../../ui/use-asked';

/** The zone in which all local times are meant; undefined until that is known, the browser's own where nobody can tell. */
export function useZone(): string | undefined {
  const { now } = useAsk('care.view');
  return now.mood === 'troubled' ? '' : now.before?.zone;
}
