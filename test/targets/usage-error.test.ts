import { expect, it } from 'vitest';
import { located, UsageError } from '../../src/targets/usage-error.ts';

it('puts the place in front and keeps the hint', () => {
  expect(located('line 3', new UsageError('no port', 'write one'))).toMatchObject({
    message: 'line 3: no port',
    hint: 'write one',
  });
});

it('leaves a bug as it is', () => {
  const bug = new TypeError('x is not a function');
  expect(located('line 3', bug)).toBe(bug);
});
