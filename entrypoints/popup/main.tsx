import { openPopup } from './open';

// Not awaited: parts that are read later lean on this file, and would wait for it for ever.
void openPopup(globalThis.latchkeyFirst);
