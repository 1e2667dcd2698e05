import type { OwnDoors, PageDoors } from '../bridge/answer';

// Rooms are fetched when somebody asks something of them: nothing of them is there when the background starts.

/** What a script of ours in somebody's page may ask, by noun. */
export const forPages: PageDoors = {
  page: () => import('./answers/for-pages'),
  link: () => import('./answers/for-pages'),
};

const pages = () => import('./answers/page');
const overTime = () => import('./answers/over-time');
const ledger = () => import('./answers/ledger');
const setting = () => import('./answers/setting');
const keeping = () => import('./answers/keeping');

/** What our own pages may ask, by noun. */
export const forOurs: OwnDoors = {
  account: () => import('./answers/account'),
  group: () => import('./answers/group'),
  invite: () => import('./answers/invite'),
  link: () => import('./answers/link'),
  page: pages,
  picture: pages,
  site: pages,
  join: () => import('./answers/join'),
  ledger,
  lineage: ledger,
  record: () => import('./answers/record'),
  care: overTime,
  rule: overTime,
  diary: overTime,
  alert: overTime,
  activity: overTime,
  size: overTime,
  campaign: overTime,
  cell: overTime,
  queue: () => import('./answers/queue'),
  vault: () => import('./answers/vault'),
  setting,
  backup: keeping,
  sync: keeping,
  sent: keeping,
  debug: keeping,
  everything: keeping,
  news: setting,
};
