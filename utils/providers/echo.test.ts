import { describe, expect, it } from 'vitest';
import { withoutEcho } from './echo';

describe('an echo of the request', () => {
  it('is taken out of an error, wherever it stands in it', () => {
    const echo = { path: '/api/x', body: { text: 'secret words' } };
    const error = { exception: { message: 'gone', stack: 'Error: /app/x', request: echo }, request: echo };
    expect(JSON.parse(withoutEcho(JSON.stringify(error)))).toEqual({ exception: { message: 'gone' } });
    expect(withoutEcho('{"message":"a","request" : {"path":"/secret')).toBe('{"message":"a",');
  });

  it('is nowhere else: an answer stays as it is, to the letter', () => {
    const answers = ['', 'AbCdEf', '{"id":1.0}', '[{"subject":"my \\"request\\": all"}]', '<p>"requests"</p>', '{"a":'];
    for (const text of answers) expect(withoutEcho(text)).toBe(text);
  });

  it('cannot reach beyond its answer', () => {
    const text = '{"__proto__":{"polluted":true},"request":{}}';
    expect(withoutEcho(text)).toBe('{"__proto__":{"polluted":true}}');
    expect(withoutEcho(`{"request":1,"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`)).not.toContain('request');
  });
});
