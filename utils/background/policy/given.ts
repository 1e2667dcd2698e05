import { browser } from '../../browser';

/** What the browser hands over of a policy; may be anything. */
export type Given = Readonly<Record<string, unknown>>;

const patienceMs = 3_000;

/** What the administrator has set; undefined where nobody could tell in time. Firefox rejects where there is nothing. */
export async function policyGiven(): Promise<Given | undefined> {
  const late = new Promise<undefined>((go) => setTimeout(go, patienceMs));
  return Promise.race([browser.storage.managed.get().catch((): Given => ({})), late]);
}
