import { later } from '../ui/later';
import { menuList } from '../ui/Menu';
import { onDemand } from '../ui/on-demand';
import { PanelSkeleton } from './PanelSkeleton';

/** Everything that is not on the popup's first face. */
export const seldom = onDemand(() => import('./seldom'));
/** The groups to choose from. */
export const finding = onDemand(() => import('./finding'));
/** The invites on the page. */
export const pageList = onDemand(() => import('../ui/invites-list/InvitesList'));
/** Drawing QR codes. */
export const drawing = onDemand(() => import('../../utils/handout/qr'));
/** Copying and saving, in every shape. */
export const handing = onDemand(() => import('./hand-out'));
/** The face of a newcomer. */
export const newcomer = onDemand(() => import('./FirstSteps'));

export const AddGroup = later(seldom, (all) => all.AddGroup, { takesKeys: true });
export const AfterChange = later(seldom, (all) => all.AfterChange);
export const AtLeisure = later(seldom, (all) => all.AtLeisure);
export const ByHand = later(seldom, (all) => all.ByHand);
export const ChainHanded = later(seldom, (all) => all.ChainHanded);
export const ChainLine = later(seldom, (all) => all.ChainLine);
export const ChainMark = later(seldom, (all) => all.ChainMark);
export const CopyOnly = later(seldom, (all) => all.CopyOnly);
export const FirstSteps = later(newcomer, (all) => all.FirstSteps);
export const GroupList = later(finding, (all) => all.GroupList);
export const GroupPicture = later(seldom, (all) => all.GroupPicture);
export const History = later(seldom, (all) => all.History);
export const InviteNotices = later(seldom, (all) => all.InviteNotices);
export const InvitesList = later(pageList, (all) => all.InvitesList);
export const InvitesRoom = later(seldom, (all) => all.InvitesRoom);
export const LockButton = later(seldom, (all) => all.LockButton);
export const LookAgain = later(seldom, (all) => all.LookAgain);
export const NoRoom = later(seldom, (all) => all.NoRoom);
export const NotRetired = later(seldom, (all) => all.NotRetired);
export const Nothing = later(seldom, (all) => all.Nothing, { instead: PanelSkeleton });
export const OnThisPage = later(seldom, (all) => all.OnThisPage);
export const PasteLink = later(seldom, (all) => all.PasteLink, { instead: PanelSkeleton });
export const RecordHealth = later(seldom, (all) => all.RecordHealth);
export const Rescued = later(seldom, (all) => all.Rescued);
export const RetireStep = later(seldom, (all) => all.RetireStep, { takesKeys: true });
export const RollTroubles = later(seldom, (all) => all.RollTroubles);
export const ShapeMenu = later(seldom, (all) => all.ShapeMenu, { takesKeys: true });
export const SideButton = later(seldom, (all) => all.SideButton);
export const SideWatch = later(seldom, (all) => all.SideWatch);
export const Through = later(seldom, (all) => all.Through);
export const ToLookAt = later(seldom, (all) => all.ToLookAt);
export const Unlock = later(seldom, (all) => all.Unlock);
export const Unopened = later(seldom, (all) => all.Unopened);
export const WhatFor = later(seldom, (all) => all.WhatFor);
export const WithChains = later(seldom, (all) => all.WithChains);

/** Reads it all ahead, when the browser has nothing else to do: whatever is clicked next is there. */
export function readAhead(): void {
  for (const code of [handing, menuList, seldom, pageList]) idle(() => void code.read());
}

function idle(work: () => void): void {
  requestIdleCallback(work, { timeout: 1_000 });
}
