import { expect, it } from 'vitest';
import { FLAGS_OF } from '../../src/cli/commands.ts';
import { FLAG_NAMES } from '../../src/cli/flags.ts';

it('gives every flag to probe but those of other commands', () => {
  expect(FLAG_NAMES.filter((name) => !FLAGS_OF.probe.includes(name)).toSorted()).toEqual(['check', 'dial', 'stuck']);
});

it('gives no command a flag twice', () => {
  for (const flags of Object.values(FLAGS_OF)) expect(flags).toEqual([...new Set(flags)]);
});
