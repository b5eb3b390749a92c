import { describe, expect, it } from 'vitest';
import { factsOf, type NamedService } from '../../../src/explain/fix/facts.ts';
import type { FixFacts } from '../../../src/model/mesh.ts';
import { handshake } from '../../mesh/handshakes.ts';
import { measured, SIDECAR, SOMEBODY } from '../measurements.ts';

const BARE = { ...SIDECAR, identity: null };

const namesFor = (parts: Parameters<typeof measured>[0], service?: NamedService): (string | null)[] => {
  const facts = factsOf(measured(parts), service);
  return [facts.namespace, facts.service, facts.serviceAccount];
};

describe('names', () => {
  it.each<[string, Parameters<typeof measured>[0], NamedService | undefined, (string | null)[]]>([
    ['from the Service name and the certificate', {}, undefined, ['db', 'mysql', 'mysql']],
    ['from the Service name alone', { cause: BARE }, undefined, ['db', 'mysql', null]],
    ['from the certificate alone', { host: '10.0.0.7' }, undefined, ['db', null, 'mysql']],
    ['from the user before all', {}, { namespace: 'shop', name: 'orders' }, ['shop', 'orders', 'mysql']],
    [
      'a short name is a Service of an unknown namespace',
      { host: 'orders', cause: BARE },
      undefined,
      [null, 'orders', null],
    ],
    ['a name from elsewhere is no Service', { host: 'db.example.com', cause: BARE }, undefined, [null, null, null]],
    ['without a cause', { host: '10.0.0.7', cause: null }, undefined, [null, null, null]],
    [
      'a namespace that Kubernetes would refuse',
      { host: '10.0.0.7', cause: { ...BARE, identity: 'spiffe://td/ns/A_b/sa/x.y' } },
      undefined,
      [null, null, null],
    ],
    ['one that is too long', { host: `${'x'.repeat(64)}.db.svc`, cause: BARE }, undefined, ['db', null, null]],
  ])('%s', (_, parts, service, names) => {
    expect(namesFor(parts, service)).toEqual(names);
  });
});

describe('what was dialled', () => {
  it.each<[string, FixFacts['dialled'], string | null, string]>([
    ['mysql.db.svc', 'service', 'mysql.db.svc', 'cluster.local'],
    ['MySQL.DB.svc.corp.example.', 'service', 'mysql.db.svc.corp.example', 'corp.example'],
    ['mysql', 'service', 'mysql', 'cluster.local'],
    ['localhost', 'name', 'localhost', 'cluster.local'],
    ['db.example.com', 'name', 'db.example.com', 'cluster.local'],
    ['10.0.0.7', 'address', null, 'cluster.local'],
    ['2001:db8::7', 'address', null, 'cluster.local'],
    ['a"b\n- c', 'name', null, 'cluster.local'],
  ])('%j is a %s', (host, dialled, name, clusterDomain) => {
    expect(factsOf(measured({ host }), undefined)).toMatchObject({ dialled, host: name, clusterDomain });
  });

  it('is a Service where the user says so', () => {
    expect(factsOf(measured({ host: '10.0.0.7' }), { namespace: 'db', name: 'mysql' }).dialled).toBe('service');
  });
});

describe('posture', () => {
  const plain = [handshake(['kuma'], 'app-words')];

  it.each([
    ['as the cause says', measured(), 'permissive'],
    ['none, where a handshake reached the server', measured({ cause: SOMEBODY, transcripts: plain }), 'none'],
    ['unknown, where none was made', measured({ cause: SOMEBODY }), 'unknown'],
  ] as const)('is %s', (_, measurement, posture) => {
    expect(factsOf(measurement, undefined).posture).toBe(posture);
  });
});
