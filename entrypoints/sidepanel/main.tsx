import { openPopup } from '../popup/open';

void openPopup(globalThis.latchkeyFirst);
