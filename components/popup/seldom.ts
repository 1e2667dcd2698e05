// What the popup shows only when something is asked for or amiss: one file, read once the popup stands.

import { dressIn } from '../ui/dress-in';
import css from './seldom.css?inline';

export { Unlock } from '../ui/Unlock';
export { AddGroup } from './AddGroup';
export { AfterChange } from './AfterChange';
export { AtLeisure } from './AtLeisure';
export { ByHand } from './ByHand';
export { ChainHanded } from './ChainHanded';
export { ChainLine } from './ChainLine';
export { ChainMark } from './ChainMark';
export { CopyOnly } from './CopyOnly';
export { endOf } from './end-of';
export { GroupPicture } from './GroupPicture';
export { History } from './History';
export { InviteNotices } from './InviteNotices';
export { InvitesRoom } from './InvitesRoom';
export { LockButton } from './LockButton';
export { LookAgain } from './LookAgain';
export { NoRoom } from './NoRoom';
export { Nothing } from './Nothing';
export { NotRetired } from './NotRetired';
export { OnThisPage } from './OnThisPage';
export { PasteLink } from './PasteLink';
export { pastedIn } from './pasted';
export { RecordHealth } from './RecordHealth';
export { Rescued } from './Rescued';
export { RetireStep } from './RetireStep';
export { RollTroubles } from './RollTroubles';
export { ShapeMenu } from './ShapeMenu';
export { SideButton } from './SideButton';
export { SideWatch } from './SideWatch';
export { Through } from './Through';
export { ToLookAt } from './ToLookAt';
export { Unopened } from './Unopened';
export { WhatFor } from './WhatFor';
export { WithChains } from './WithChains';

dressIn(css);
