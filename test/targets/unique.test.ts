import { expect, it } from 'vitest';
import { parseTargets } from '../../src/targets/parse.ts';
import { firstSeen } from '../../src/targets/unique.ts';
import { CATALOGUE } from './catalogue.ts';

it.each([
  [['db:25', 'DB:25', 'db:25'], ['db:25']],
  [['db:25,25,26'], ['db:25,25,26', 'db:25,25,26']],
  [['[::1]:25', '[0:0:0:0:0:0:0:1]:25'], ['[::1]:25']],
  [
    ['10.0.0.0/31:25', '10.0.0.1:25'],
    ['10.0.0.0/31:25', '10.0.0.0/31:25'],
  ],
  [
    ['db:3306', 'mysql://db', 'mysql://db:3306'],
    ['db:3306', 'mysql://db'],
  ],
  [
    ['db:25', 'db.:25'],
    ['db:25', 'db.:25'],
  ],
])('%j keeps %j', (inputs, kept) => {
  const isNew = firstSeen();
  const targets = inputs.flatMap((input) => [...parseTargets(input, CATALOGUE)]);
  expect(targets.filter(isNew).map((target) => target.input)).toEqual(kept);
});
