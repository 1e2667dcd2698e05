import { demoInvites } from '../../demo-invites';
import { bareCode } from '../../invite-link';
import { mintedCode, mintedId } from './mint';
import { capacity, type DemoGroup, type World } from './world';

type Sketch = Partial<DemoGroup> & Pick<DemoGroup, 'name' | 'size'>;

const owner = { mine: 'owner' } as const;
const admin = { mine: 'admin' } as const;
const member = { mine: 'member' } as const;

/** The groups of a small business. */
const own: readonly Sketch[] = [
  {
    ...owner,
    name: 'VIP Launch List',
    size: 842,
    description: 'Early access for our best customers. One post a week.',
  },
  {
    ...owner,
    name: 'Coaching Circle Berlin',
    size: 58,
    approval: true,
    description: 'Mondays at seven. We let you in.',
  },
  { ...owner, name: 'Early Birds Madrid', size: capacity, description: 'Full! A second group opens in spring.' },
  { ...owner, name: 'Studio Community', size: 412, kind: 'community' },
  { ...owner, name: 'Studio News', size: 412, kind: 'announcements', description: 'News for all our groups.' },
  { ...owner, name: 'Studio · Beginners', size: 96, kind: 'subgroup' },
  { ...admin, name: 'مجموعة العروض الخاصة', size: 318, description: 'عرض جديد كل يوم خميس' },
  { ...admin, name: 'Скидки и акции', size: 530, description: 'Новые скидки каждую пятницу' },
  { ...owner, name: '春のワークショップ 東京', size: 65 },
  { ...owner, name: '👩‍👩‍👧‍👦🏳️‍🌈🎊', size: 12 },
  { ...owner, name: 'Summer Sale', size: 203 },
  { ...member, name: 'Open Book Club', size: 33, shared: true, description: 'One book a month.' },
  { ...member, name: 'Newsletter Readers', size: 211 },
];

const { live, approval, full, retired } = demoInvites;
const stranger = (place: number) => ({ id: `1203630000000000${String(place).padStart(2, '0')}@g.us` });

/** Groups of other people, to look into and to join. Their links stay the same, so that they can be written down. */
const others: readonly Sketch[] = [
  {
    ...{ ...stranger(1), name: 'Garden Swap Toulouse', size: 88, codes: [retired, live] },
    description: 'Seeds, cuttings and advice.',
  },
  { ...stranger(2), name: 'Private Tasting', size: 40, approval: true, codes: [approval] },
  { ...stranger(3), name: 'Full House Poker', size: capacity, codes: [full] },
  {
    ...stranger(4),
    name: 'Chess at Noon',
    size: 25,
    mine: 'barred',
    codes: [bareCode('LatchkeyDemoChessClubs')].flatMap((code) => code ?? []),
  },
];

const firstDay = Date.UTC(2025, 0, 6, 9);
const dayMs = 86_400_000;

/** The world as it is at first: the same groups for everybody, links of one's own for each. */
export function firstWorld(): World {
  return {
    ...{ version: 1, state: 'WORKING', sent: [] },
    me: { phone: '33612345678', lid: '201145678901234', name: 'Léa Marchand' },
    groups: [...own, ...others].map(drawn),
  };
}

function drawn(sketch: Sketch, nth: number): DemoGroup {
  return {
    ...{ id: sketch.id ?? mintedId(), description: '', createdAt: firstDay + nth * 11 * dayMs },
    ...{ kind: 'group', mine: 'none', approval: false, asked: false, shared: false },
    ...{ codes: [mintedCode()], ...sketch },
  };
}
