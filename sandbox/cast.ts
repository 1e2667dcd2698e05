import { capacity, type Group, mint, type Role } from './group.ts';

type Sketch = Partial<Group> & { readonly subject: string; readonly size: number; readonly past?: number };

const day = 86_400;
const firstDay = Date.UTC(2025, 0, 6, 9) / 1000;
const mine = { roles: { demo: 'superadmin' } } as const;
const admin = { roles: { demo: 'admin' } } as const;
const member = { roles: { demo: 'participant' } } as const;
const studio = idOf(8);

const demo: readonly Sketch[] = [
  {
    ...mine,
    subject: 'VIP Launch List',
    size: 842,
    past: 2,
    description: 'Doors open on the 14th. First come, first served.',
  },
  { ...mine, subject: 'Spring Workshop Lyon', size: 137, past: 1, description: 'Saturday, 10 am, Quai Saint-Antoine.' },
  { ...admin, subject: 'Grupo Ofertas 🛍️', size: 1019, description: 'Ofertas cada viernes 🎉\nSin spam.' },
  { ...mine, subject: 'Early Birds Madrid', size: capacity, description: 'We are full. Ask for the second group.' },
  { ...member, subject: 'Newsletter Readers', size: 211 },
  { ...mine, subject: 'Coaching Circle Berlin', size: 58, approval: true },
  { ...admin, subject: 'Black Friday Insiders', size: 764, announce: true, locked: true, past: 3 },
  { ...member, subject: 'Open Book Club', size: 33, membersShare: true },
  { ...mine, subject: 'Studio Community', size: 412, kind: 'community' },
  { ...mine, subject: 'Studio Community', size: 412, kind: 'announcement', announce: true, parent: studio },
  { ...mine, subject: 'Studio · Beginners', size: 96, parent: studio },
  { ...admin, subject: 'مجموعة العروض الخاصة', size: 318, description: 'عروض كل يوم خميس' },
  { ...mine, subject: 'קבוצת ההשקה 2026', size: 74, description: 'מבצעים ועדכונים' },
  { ...mine, subject: '春のワークショップ 東京', size: 65 },
  { ...admin, subject: 'Скидки и акции', size: 530 },
  { ...mine, subject: 'हिंदी ऑफ़र क्लब', size: 149 },
  {
    ...mine,
    subject: `Partner programme, second intake, Rhône-Alpes and Donaudampfschifffahrtsgesellschaft${'kapitän'.repeat(2)}`,
    size: 21,
  },
  { ...mine, subject: '👩‍👩‍👧‍👦🏳️‍🌈🎊', size: 12 },
  { ...admin, subject: 'Sale \u202Egpj.ofni\u202C now', size: 44 },
  {
    ...admin,
    subject: `<img src=x onerror=alert(1)> <b>Deals</b> & "more"`,
    size: 45,
    description: '<script>alert(1)</script>',
  },
  { ...mine, subject: 'Summer Sale', size: 203 },
  { ...member, subject: 'Summer Sale', size: 118 },
  { ...mine, subject: 'Beta Testers', size: 19, pictured: false },
  { ...mine, subject: 'Just me', size: 1, pictured: false },
  { ...admin, subject: '\u200B', size: 7, pictured: false },
];

const strangers: readonly Sketch[] = [
  { subject: 'Garden Swap Toulouse', size: 88, past: 1, description: 'Seeds, cuttings and advice.' },
  { subject: 'Full House Poker', size: capacity },
  { subject: 'Private Tasting', size: 40, approval: true },
  { subject: 'Chess at Noon', size: 25, removed: ['demo'] },
  { subject: 'City Runners News', size: 610, announce: true, kind: 'announcement', parent: idOf(59) },
];

const topics = [
  'Launch',
  'Cohort',
  'Deals',
  'Webinar',
  'Members',
  'Flash sale',
  'Beta',
  'Support',
  'Alumni',
  'Partners',
];
const places = [
  'Lyon',
  'Madrid',
  'Berlin',
  'São Paulo',
  'Lagos',
  'القاهرة',
  'Tel Aviv',
  '東京',
  'Delhi',
  'Wien',
  'Oslo',
];

const drawnBefore = new Map<string, readonly Group[]>();

/** A fresh world: the marketer's groups, strangers' groups, and ten thousand of the second account. */
export function cast(seed: string): readonly Group[] {
  const groups = drawnBefore.get(seed) ?? draw(seed);
  drawnBefore.set(seed, groups);
  return groups;
}

function draw(seed: string): Group[] {
  return [
    ...demo.map((sketch, nth) => drawn(seed, nth, sketch)),
    ...strangers.map((sketch, nth) => drawn(seed, 50 + nth, sketch)),
    ...Array.from({ length: 10_000 }, (_, nth) => drawn(seed, 1000 + nth, manyth(nth))),
  ];
}

/** Most are small, so that a list with every member stays within some megabytes. */
function manyth(nth: number): Sketch {
  const role: Role = nth % 5 < 3 ? 'admin' : nth % 5 === 3 ? 'superadmin' : 'participant';
  const topic = topics[nth % topics.length];
  const place = places[nth % places.length];
  const size = nth % 2000 === 7 ? 1019 : 2 + (nth % 3);
  return {
    subject: `${topic} ${place} ${String(nth).padStart(4, '0')}`,
    size,
    roles: { big: role },
    pictured: nth % 3 > 0,
  };
}

function drawn(seed: string, nth: number, { past = 0, ...sketch }: Sketch): Group {
  const id = idOf(nth);
  const createdAt = firstDay + (nth % 365) * day;
  const codes = Array.from({ length: past + 1 }, (_, age) => {
    const since = (createdAt + age * 20 * day) * 1000;
    return { code: mint(seed, id, age), since, ...(age < past && { retiredAt: since + 20 * day * 1000 }) };
  });
  const plain = { description: '', roles: {}, pending: [], removed: [], pictured: true, kind: 'group' } as const;
  const open = { approval: false, announce: false, locked: false, membersShare: false };
  return { ...plain, ...open, ...sketch, id, createdAt, codes };
}

function idOf(nth: number): string {
  return `120363${100_000_000_000 + nth * 7_919_337}@g.us`;
}
