import { expect, it } from 'vitest';
import { providers } from './index';
import { makes } from './makes';

it('says of each make what its own file says', async () => {
  for (const { fetched, ...sign } of makes) expect(await fetched()).toMatchObject(sign);
});

it('knows every make, in the order of the form', () => {
  const signs = makes.map(({ fetched: _, ...sign }) => sign);
  expect(
    providers.map(({ id, label, demo, codes }) => ({ id, label, ...(demo && { demo }), ...(codes && { codes }) })),
  ).toEqual(signs);
});
