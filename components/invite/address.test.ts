import { expect, it } from 'vitest';
import { purposeIn } from './address';

const code = 'BCodeOfAGroup012345678';

it.each([
  [`#look-${code}`, { to: 'look', code }],
  [`#join-${code}`, { to: 'join', code }],
  ['#image-5e1ec7ed-0000-4000-8000-1a7c4ce70000', { to: 'read-picture', id: '5e1ec7ed-0000-4000-8000-1a7c4ce70000' }],
  ['#tab-12', { to: 'list', tab: 12 }],
])('%s says what the window is for', (hash, purpose) => {
  expect(purposeIn(hash)).toEqual(purpose);
});

it.each([
  '',
  '#',
  `#${code}`,
  `#join-${code}x`,
  '#join-',
  '#join-AAAAAAAAAAAAAAAAAAAAAA',
  `#join-${code}#join-${code}`,
  '#tab-x',
  '#image-',
  '#image-../x',
  '#toString-x',
])('%s says nothing', (hash) => {
  expect(purposeIn(hash)).toBeUndefined();
});
