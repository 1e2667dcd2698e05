import type { RescuedCode } from '../model/record';
import * as rescue from '../store/rescue';
import { wrote } from '../store/writes';

/** What nobody would take, kept as long as this background lives. */
export const homeless = new Map<string, RescuedCode>();

/** What lies beside the record, as long as nobody has put anything there or taken it away. Nobody else can. */
let lying: Promise<readonly RescuedCode[]> | undefined;

/** To be called before and after each change of what lies there. */
export function lookAnew(): void {
  lying = undefined;
  wrote();
}

/** Every code that is not in the record yet, wherever it is kept. */
export async function inHand(): Promise<readonly RescuedCode[]> {
  lying ??= rescue.all();
  const known = await lying.catch(() => undefined);
  if (!known) lookAnew();
  return [...(known ?? []), ...homeless.values()];
}
