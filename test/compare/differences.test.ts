import { expect, it } from 'vitest';
import { differencesOf } from '../../src/compare/differences.ts';
import type { Measurement } from '../../src/model/finding.ts';
import { finding } from '../report/samples.ts';

const CAUSE = {
  kind: 'istio-sidecar',
  posture: 'strict',
  declared: 'auto',
  identity: 'a',
  confidence: 'certain',
} as const;
const MYSQL = { name: 'mysql', version: '8', speaksFirst: 'server' } as const;

it.each<[Partial<Measurement>, Partial<Measurement>, string[]]>([
  [{}, {}, []],
  [{ cause: CAUSE }, { cause: { ...CAUSE, posture: 'permissive' } }, ['posture']],
  [{ cause: CAUSE }, { cause: { ...CAUSE, declared: 'tcp', identity: 'b' } }, ['declared', 'identity']],
  [{ cause: CAUSE }, { cause: { ...CAUSE, kind: 'sniffing-proxy', declared: 'unknown', identity: null } }, ['cause']],
  [{ cause: CAUSE }, { cause: null }, []],
  [{ protocol: MYSQL }, { protocol: { ...MYSQL, version: '9' } }, ['version']],
  [{ protocol: MYSQL }, { protocol: { name: 'smtp', version: null, speaksFirst: 'server' } }, ['protocol']],
  [{ protocol: MYSQL }, { protocol: null }, []],
  [
    {},
    { endpoint: { input: '', host: '10.0.0.7', port: 3306, expectedProtocol: null, address: '10.0.0.8' } },
    ['address'],
  ],
])('%j, %j', (before, after, differences) => {
  expect(differencesOf(finding('stalled', '10.0.0.7', before), finding('stalled', '10.0.0.7', after))).toEqual(
    differences,
  );
});
