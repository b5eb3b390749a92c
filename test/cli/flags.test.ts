import { expect, it } from 'vitest';
import { FLAG_NAMES, FLAGS, FLAGS_OF, type FlagName } from '../../src/cli/flags.ts';
import { settingsFrom, typed } from '../../src/cli/settings.ts';

const CHANGED: Readonly<Record<FlagName, string | true>> = {
  patience: '9s',
  'nudge-after': '2s',
  'connect-timeout': '9s',
  samples: '9',
  scenario: 'both-in-mesh',
  'no-nudge': true,
  'no-identify': true,
  from: 'x',
  addresses: 'first',
  concurrency: '9',
  'per-host': '9',
  rate: '9',
  config: 'x',
  format: 'json',
  output: 'x',
  'fail-on': 'warn',
  quiet: true,
  verbose: true,
  color: 'never',
  'no-progress': true,
};

it.each(FLAG_NAMES.filter((name) => name !== 'config'))('--%s changes something', (name) => {
  expect(settingsFrom([typed({ [name]: CHANGED[name] })])).not.toEqual(settingsFrom([]));
});

it.each(FLAG_NAMES)('--%s has the variable of its name', (name) => {
  expect(FLAGS[name].variable).toBe(`DEADAIR_${name.toUpperCase().replaceAll('-', '_')}`);
});

it('gives every flag to probe', () => {
  expect(FLAGS_OF.probe).toEqual(FLAG_NAMES);
});
