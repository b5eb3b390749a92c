import { expect, it } from 'vitest';
import { FLAG_NAMES, FLAGS, type FlagName } from '../../src/cli/flags.ts';
import { settingsFrom, typed } from '../../src/cli/settings.ts';

const CHANGED: Readonly<Record<FlagName, string | true>> = {
  patience: '9s',
  'nudge-after': '2s',
  'connect-timeout': '9s',
  samples: '9',
  scenario: 'both-in-mesh',
  service: 'x/y',
  'no-nudge': true,
  'no-identify': true,
  from: 'x',
  addresses: 'first',
  concurrency: '9',
  'per-host': '9',
  rate: '9',
  probes: 'x',
  check: 'x:1',
  config: 'x',
  format: 'json',
  output: 'x',
  'fix-dir': 'x',
  'fail-on': 'warn',
  quiet: true,
  verbose: true,
  color: 'never',
  'no-progress': true,
  dial: true,
  stuck: true,
};

it.each(FLAG_NAMES.filter((name) => name !== 'config'))('--%s changes something', (name) => {
  expect(settingsFrom([typed({ [name]: CHANGED[name] })])).not.toEqual(settingsFrom([]));
});

/** They ask for one thing, now: nobody wants them on every call. */
const WITHOUT_VARIABLE: readonly FlagName[] = ['dial', 'stuck', 'check'];

it.each(FLAG_NAMES.filter((name) => !WITHOUT_VARIABLE.includes(name)))('--%s has the variable of its name', (name) => {
  expect(FLAGS[name].variable).toBe(`DEADAIR_${name.toUpperCase().replaceAll('-', '_')}`);
});
