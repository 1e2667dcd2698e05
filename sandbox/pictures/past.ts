import { dayMs, setClock, today } from './clock.ts';
import type { Stand } from './set.ts';

/** Members that three groups had, some days ago. */
const growth: readonly (readonly [daysAgo: number, ...sizes: readonly number[]])[] = [
  ...([
    [40, 402, 61, 871],
    [35, 448, 66, 889],
    [30, 497, 70, 912],
    [25, 566, 84, 930],
  ] as const),
  ...([
    [20, 618, 97, 948],
    [15, 689, 112, 967],
    [10, 742, 121, 989],
    [6, 788, 130, 1004],
  ] as const),
  ...([
    [3, 815, 134, 1012],
    [1, 842, 137, 1019],
  ] as const),
];

/** Some weeks with the groups: counted, handed out, retired once, reset by somebody else once. */
export async function liveThrough(stand: Stand): Promise<void> {
  const { browser, desk, ask, cast, account } = stand;
  const { idOf, handOut, retire } = hands(stand);
  const [launch, workshop, offers, early, , coaching] = cast.groups;
  const [newsletter, poster, mail, story] = cast.labels;
  const happenings: Readonly<Record<number, () => Promise<void>>> = {
    35: () => handOut(launch, 'link', story),
    30: () => retire(launch, cast.reason),
    25: () => handOut(workshop, 'png', poster, true),
    20: () => handOut(launch, 'button', newsletter),
    15: () => handOut(offers, 'rich', mail),
    10: () => handOut(launch, 'link', mail),
    6: () => desk.happen({ act: 'revoke', group: offers }),
    3: () => handOut(launch, 'qr', story),
  };

  await ask('rule.change', { watching: true, everyMinutes: 60, quiet: { from: '21:00', to: '07:00' } });
  for (const name of [launch, workshop, offers])
    await ask('care.change', { group: await idOf(name), care: { watch: true } });
  for (const [daysAgo, ...sizes] of growth) {
    await setClock(browser, today - daysAgo * dayMs);
    for (const [nth, size] of sizes.entries()) await desk.happen({ act: 'size', group: cast.groups[nth], size });
    await ask('care.check', { account });
    await happenings[daysAgo]?.();
  }
  await setClock(browser, today - 2 * 60_000);
  const rhythm = { kind: 'at', days: [1], times: ['09:00'] };
  await ask('care.change', { group: await idOf(launch), care: { watch: true, rhythm } });
  const groups = await Promise.all([launch, offers].map(idOf));
  const campaign = { id: '', name: cast.campaign, notes: '', atEnd: 'retire', groups };
  await ask('campaign.save', { ...campaign, startAt: today - 21 * dayMs, endAt: today + 10 * dayMs });
  await ask('cell.save', { id: '', name: cast.row, groups: await Promise.all([early, workshop, coaching].map(idOf)) });
  await ask('care.check', { account });
  await setClock(browser, today);
}

/** What a person does with one group, by its name. */
export function hands({ desk, ask, account }: Stand) {
  const idOf = async (name: string) => (await desk.group(name)).id;
  const about = async (name: string) => {
    const { id: group, code } = await desk.group(name);
    await ask('invite.read', { account, group });
    return { account, group, code };
  };
  return {
    idOf,
    async handOut(name: string, shape: string, label: string, printed = false) {
      const id = await ask<string>('ledger.note', { ...(await about(name)), shape });
      await ask('ledger.name', { id, label, printed });
    },
    retire: async (name: string, reason: string) => ask<void>('invite.revoke', { ...(await about(name)), reason }),
  };
}
