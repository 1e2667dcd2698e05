import type { ComponentType } from 'preact';
import type { Word } from '../../utils/words';
import { About } from './About';
import { Accounts } from './Accounts';
import { Campaigns } from './campaigns/Campaigns';
import { Cells } from './cells/Cells';
import { HandingOut } from './HandingOut';
import { Joining } from './Joining';
import { Keys } from './keys/Keys';
import { OverTime } from './over-time/OverTime';
import { Pages } from './Pages';
import { Privacy } from './Privacy';
import { Codes } from './record/Codes';
import { HandOuts } from './record/HandOuts';
import type { SectionProps } from './section';
import { Shortcuts } from './shortcuts/Shortcuts';

interface Section {
  readonly id: string;
  readonly word: Word;
  readonly Face: ComponentType<SectionProps>;
}

const accounts: Section = { id: 'accounts', word: 'sectionAccounts', Face: Accounts };

/** The sections, in the order of the list at the side. */
export const sections: readonly Section[] = [
  accounts,
  { id: 'keys', word: 'sectionKeys', Face: Keys },
  { id: 'pages', word: 'sectionPages', Face: Pages },
  { id: 'joining', word: 'sectionJoining', Face: Joining },
  { id: 'handing-out', word: 'sectionHandingOut', Face: HandingOut },
  { id: 'over-time', word: 'sectionOverTime', Face: OverTime },
  { id: 'campaigns', word: 'sectionCampaigns', Face: Campaigns },
  { id: 'cells', word: 'sectionCells', Face: Cells },
  { id: 'record', word: 'sectionRecord', Face: Codes },
  { id: 'hand-outs', word: 'sectionHandOuts', Face: HandOuts },
  { id: 'shortcuts', word: 'sectionShortcuts', Face: Shortcuts },
  { id: 'privacy', word: 'sectionPrivacy', Face: Privacy },
  { id: 'about', word: 'sectionAbout', Face: About },
];

/** The section that an address names; the first for any other. */
export function sectionOf(id: string): Section {
  return sections.find((section) => section.id === id) ?? accounts;
}
