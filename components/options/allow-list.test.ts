import { describe, expect, it } from 'vitest';
import { allowList } from './allow-list';

const link = 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv';

describe('allowList', () => {
  it('takes names, ids and links, and makes links clean', () => {
    const text = `VIP Launch List\n\n 120363041234567890@g.us \n${link.replace('.com/', '.com/invite/')}?mode=ac_t\n`;
    expect(allowList(text)).toEqual({ groups: ['VIP Launch List', '120363041234567890@g.us', link], odd: [] });
  });

  it('says which lines it did not understand', () => {
    const odd = ['https://example.org/x', 'chat.whatsapp.com/short', '12@34@g.us', 'a@b.example', 'x'.repeat(201)];
    expect(allowList(['Fine', ...odd].join('\n'))).toEqual({ groups: ['Fine'], odd });
  });

  it('keeps each once, and not more than can be kept', () => {
    const lines = Array.from({ length: 502 }, (_, nth) => `Group ${nth}`);
    const { groups, odd } = allowList([...lines, 'Group 1'].join('\n'));
    expect(groups).toHaveLength(500);
    expect(odd).toEqual(['Group 500', 'Group 501']);
  });

  it('lets a name hold what links hold too', () => {
    expect(allowList('News: www.example.org / daily').groups).toEqual(['News: www.example.org / daily']);
  });
});
