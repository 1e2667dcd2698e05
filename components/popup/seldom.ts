// What the popup shows only when something is asked for or amiss: one file, read once the popup stands.

export { Unlock } from '../ui/Unlock';
export { AddGroup } from './AddGroup';
export { AfterChange } from './AfterChange';
export { ByHand } from './ByHand';
export { ChainLine } from './ChainLine';
export { ChainMark } from './ChainMark';
export { CopyOnly } from './CopyOnly';
export { History } from './History';
export { InviteNotices } from './InviteNotices';
export { InvitesRoom } from './InvitesRoom';
export { LockButton } from './LockButton';
export { NoRoom } from './NoRoom';
export { Nothing } from './Nothing';
export { OnThisPage } from './OnThisPage';
export { PageWatch } from './PageWatch';
export { PasteLink } from './PasteLink';
export { pastedIn } from './pasted';
export { RecordHealth } from './RecordHealth';
export { Rescued } from './Rescued';
export { RetireStep } from './RetireStep';
export { RollTroubles } from './RollTroubles';
export { Through } from './Through';
export { ToLookAt } from './ToLookAt';
export { Unopened } from './Unopened';
export { WhatFor } from './WhatFor';
export { WithChains } from './WithChains';
