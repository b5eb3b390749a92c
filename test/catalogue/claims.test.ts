import { expect, it } from 'vitest';
import { claimsOn } from '../../src/catalogue/claims.ts';
import { samplesOf } from '../../src/catalogue/samples.ts';
import type { Kind } from '../../src/decide/kinds.ts';
import type { Probe } from '../../src/model/probe.ts';
import { TENANT_PROBE } from './tenant.ts';

const sampleAs = (kind: Kind) => ({
  ...TENANT_PROBE,
  samples: { [kind]: [{ bytes: 'TENANT 3.1.4 ready\r\n', source: 'x' }] },
});
const other: Probe = { ...TENANT_PROBE, name: 'other', greetings: [/^x/, /^TEN/], refusals: [/^T/] };

it.each<[string, Kind, Partial<Probe>, readonly string[]]>([
  ['a pattern of its kind claims it', 'greetings', {}, ['greetings[1]']],
  ['unless its protocol yields', 'greetings', { yieldsTo: ['tenant'] }, []],
  ['or yields to somebody else', 'greetings', { yieldsTo: ['smtp'] }, ['greetings[1]']],
  ['one that is read sooner claims it, and no yielding helps', 'refusals', { yieldsTo: ['tenant'] }, ['greetings[1]']],
  ['both do', 'refusals', {}, ['greetings[1]', 'refusals[0]']],
  ['one that is read later does not', 'greetings', { greetings: [] }, []],
])('%s', (_, kind, change, claims) => {
  const [shown] = samplesOf([sampleAs(kind)]);
  const found = shown ? claimsOn(shown, [shown.probe, { ...other, ...change }]) : [];
  expect(found.map((claim) => `${claim.kind}[${claim.at}]`)).toEqual(claims);
});
