import { expect, it } from 'vitest';
import { samplesOf } from '../../src/catalogue/samples.ts';
import { TENANT_PROBE } from './tenant.ts';

it('says of each sample whose it is, and where it stands', () => {
  const sample = { bytes: '-no', source: 'x' };
  const probe = { ...TENANT_PROBE, samples: { ...TENANT_PROBE.samples, refusals: [sample, sample] } };
  expect(samplesOf([probe]).map(({ kind, at }) => `${kind}[${at}]`)).toEqual([
    'greetings[0]',
    'refusals[0]',
    'refusals[1]',
  ]);
  expect(samplesOf([probe])[1]).toEqual({ probe, kind: 'refusals', at: 0, sample });
});
