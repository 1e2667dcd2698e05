import { currentCode } from '../../sandbox/group.ts';
import { type Hall, openHall } from '../../sandbox/hall.ts';
import type { RulesPatch } from '../../utils/bridge/questions';
import type { AccountId } from '../../utils/model/account';
import type { LineageRow } from '../../utils/model/record';
import type { Activity, Care, Entry, OverTime } from '../../utils/over-time/model';
import { account } from './asking';
import { type Life, type Machine, machine } from './machine';
import { wireTo } from './wire';

const url = 'http://127.0.0.1:8787';

/** A browser whose diary is looked into, at a sandbox that lives in its time. */
export interface DiaryStage {
  readonly at: Machine;
  readonly hall: Hall;
  readonly account: AccountId;
  /** The groups whose links this account may change. */
  readonly groups: readonly string[];
  /** Asks the background; rejects where the life ends before. */
  ask<T>(question: (life: Life) => Promise<T>): Promise<T>;
  care(group: string, care: Care): Promise<OverTime>;
  rule(patch: RulesPatch): Promise<OverTime>;
  view(): Promise<OverTime>;
  /** The line that changes a group's link. */
  line(group: string): Promise<Entry | undefined>;
  /** What was written about a group, oldest first. */
  log(group: string): Promise<Activity[]>;
  history(group: string): Promise<LineageRow[]>;
  /** Every code that a group has had, as WhatsApp has them. */
  codes(group: string): string[];
  /** How many revocations of a group have reached the gateway. */
  posts(group: string): number;
}

export interface StageAt {
  readonly hall?: Hall;
  readonly make?: string;
  readonly isMortal?: boolean;
}

export async function diaryStage({ hall = openHall(undefined, undefined), ...how }: StageAt = {}): Promise<DiaryStage> {
  const { make = 'wawp', isMortal = false } = how;
  // Time must not go by while a passphrase is worked on.
  const patienceMs = 30_000;
  const at = machine({ fetch: (clock) => wireTo(hall, clock), isMortal, patienceMs });
  const id = await account(at, { make, url });
  await at.end(at.life().groups.refresh(id));
  const groups = hall.world.all().filter(({ roles }) => /admin/.test(roles.demo ?? ''));
  const ask: DiaryStage['ask'] = async (question) => {
    const answer = await at.end(question(at.life()));
    if (answer === undefined) throw new Error('No answer came');
    return answer;
  };
  const view = () => ask(({ care }) => care.view());
  return {
    ...{ at, hall, ask, view },
    account: id,
    groups: groups.map((group) => group.id),
    care: (group, care) => ask((life) => life.care.change({ group, care })),
    rule: (patch) => ask((life) => life.care.rule(patch)),
    line: async (group) => (await view()).diary.find((line) => line.id === `rotate ${group}`),
    async log(group) {
      const { rows } = await ask(({ activity }) => activity.list({ filter: { group }, limit: 5_000 }));
      return rows.toReversed();
    },
    history: (group) => ask(({ lineage }) => lineage.history(group)),
    codes: (group) => hall.world.known(group).codes.map(({ code }) => code),
    posts: (group) =>
      hall.log.filter(({ verb, path, body }) => {
        const asked = `${decodeURIComponent(path)} ${JSON.stringify(body)}`;
        return verb === 'revoke' && asked.includes(group);
      }).length,
  };
}

/** The code that a group has now. */
export function codeOf({ hall }: DiaryStage, group: string): string {
  return currentCode(hall.world.known(group));
}
