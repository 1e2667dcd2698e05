import { expect, it } from 'vitest';
import { otherMake } from './other-make';

it.each([
  ['Evolution API', '{"status":404,"error":"Not Found","response":{"message":["Cannot GET /api/sessions/default"]}}'],
  ['WAHA', '{"message":"Cannot GET /instance/connectionState/x","error":"Not Found","statusCode":404}'],
  ['WAHA', '{"message":"Unauthorized","statusCode":401}'],
  ['GOWA', '{"code":"DEVICE_NOT_FOUND","message":"device not found","results":null}'],
  ['GOWA', 'Cannot GET /instance/connectionState/x'],
])('sees %s in its answer to another make’s request', (label, text) => {
  expect(otherMake({ text }, 'wawp')).toBe(label);
});

it('sees no other make in an answer that could be anybody’s, nor in the chosen one’s own', () => {
  const own = '{"message":"Unauthorized","statusCode":401}';
  expect(otherMake({ text: own }, 'waha')).toBeUndefined();
  for (const text of ['', '{}', 'not found', '{"error":"Not Found"}', '<html>Cannot GET /x</html>', '[1]']) {
    expect(otherMake({ text }, 'wawp')).toBeUndefined();
  }
});
