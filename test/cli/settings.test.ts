import { describe, expect, it } from 'vitest';
import type { Values } from '../../src/cli/flags.ts';
import { inherited, settingsFrom, typed } from '../../src/cli/settings.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';

describe('settings', () => {
  it('are the defaults where nothing is said', () => {
    expect(settingsFrom([])).toEqual({
      options: DEFAULT_OPTIONS,
      from: null,
      probes: null,
      check: null,
      format: 'table',
      output: null,
      fixDir: null,
      service: null,
      dial: false,
      stuck: false,
      failOn: 'fail',
      quiet: false,
      verbose: false,
      color: 'auto',
      progress: true,
    });
  });

  it.each<[Values, object]>([
    [{ patience: '10s' }, { options: { patienceMs: 10_000, nudgeAfterMs: 1_000 } }],
    [{ patience: '500ms' }, { options: { patienceMs: 500, nudgeAfterMs: 250 } }],
    [{ 'nudge-after': '2s' }, { options: { nudgeAfterMs: 2_000 } }],
    [{ 'no-nudge': true, 'no-identify': true }, { options: { nudge: false, identify: false } }],
    [
      { samples: '3', concurrency: '9', 'per-host': '2', rate: '50' },
      { options: { samples: 3, concurrency: 9, perHost: 2, rate: 50 } },
    ],
    [
      { 'fix-dir': 'x', service: 'a/b' },
      { fixDir: 'x', service: { namespace: 'a', name: 'b' } },
    ],
    [{ addresses: 'first', scenario: 'both-in-mesh' }, { options: { addresses: 'first', scenario: 'both-in-mesh' } }],
    [
      { 'no-progress': true, quiet: true, verbose: true },
      { progress: false, quiet: true, verbose: true },
    ],
    [
      { format: 'json', output: 'x', 'fail-on': 'warn', color: 'never', from: '-' },
      { format: 'json', output: 'x', failOn: 'warn', color: 'never', from: '-' },
    ],
  ])('%j', (values, settings) => {
    expect(settingsFrom([typed(values)])).toMatchObject(settings);
  });

  it('come from the first layer that has them', () => {
    const layers = [typed({ patience: '1s' }), inherited({ DEADAIR_PATIENCE: '2s', DEADAIR_SAMPLES: '2' })];
    expect(settingsFrom(layers).options).toMatchObject({ patienceMs: 1_000, samples: 2 });
  });

  it('take no notice of variables that Kubernetes makes up for a Service of that name, nor of empty ones', () => {
    const environment = { DEADAIR_PORT: 'tcp://10.0.0.1:80', DEADAIR_SERVICE_HOST: '10.0.0.1', DEADAIR_PATIENCE: '' };
    expect(settingsFrom([inherited(environment)])).toEqual(settingsFrom([]));
  });
});

describe('a mistake is named by where it was made', () => {
  it.each([
    [typed({ patience: '-1' }), '--patience: "-1" is not a duration'],
    [inherited({ DEADAIR_FORMAT: 'jason' }), 'DEADAIR_FORMAT: "jason" is none of table, json'],
    [
      { values: { samples: 'x' }, label: () => 'deadair.yaml: samples' },
      'deadair.yaml: samples: "x" is not a whole number',
    ],
    [typed({ output: '' }), '--output: nothing stands after it'],
    [typed({ patience: '2s', 'nudge-after': '2s' }), '--nudge-after is not shorter than --patience'],
  ])('%#', (layer, message) => {
    expect(() => settingsFrom([layer])).toThrow(message);
  });
});
