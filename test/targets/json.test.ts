import { expect, it } from 'vitest';
import { parseJson } from '../../src/targets/json.ts';

it('reads JSON, and says what is wrong with it', () => {
  expect(parseJson('{"a":[1]}')).toEqual({ a: [1] });
  expect(() => parseJson('{"a"')).toThrow(
    expect.objectContaining({ name: 'UsageError', message: expect.stringContaining('this is not JSON: ') }),
  );
});
