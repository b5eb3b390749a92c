import { describe, expect, it } from 'vitest';
import {
  addressOf,
  annotatePods,
  declareTcp,
  dialledNameOf,
  hostOf,
  merged,
  namespaceOf,
  podLabelOf,
  portNameOf,
  serviceOf,
} from '../../../src/mesh/recipes/parts.ts';
import { KNOWN, objectsIn, UNKNOWN } from './describe-recipes.ts';
import { schemaErrors } from './schemas.ts';

describe('names', () => {
  it.each([
    ['the Service', serviceOf(KNOWN), serviceOf(UNKNOWN), 'mysql', 'my-service'],
    ['the namespace', namespaceOf(KNOWN), namespaceOf(UNKNOWN), 'db', 'default'],
    ['the host', hostOf(KNOWN), hostOf(UNKNOWN), 'mysql.db.svc.cluster.local', 'my-service.default.svc.cluster.local'],
  ])('%s is a guess where it is not known', (_, known, unknown, name, guess) => {
    expect(known).toBe(name);
    expect(unknown).toMatchObject({ guess, hint: expect.any(String) });
  });

  it('of labels are always a guess: nothing on the wire tells them', () => {
    expect(podLabelOf(KNOWN).guess).toBe('mysql');
    expect(podLabelOf({ ...KNOWN, service: null, serviceAccount: 'sa' }).guess).toBe('sa');
    expect(podLabelOf(UNKNOWN).guess).toBe('my-server');
  });

  it('of ports begin with the protocol that Istio is to read', () => {
    expect([portNameOf(KNOWN), portNameOf(UNKNOWN)]).toEqual(['tcp-mysql', 'tcp-3307']);
  });

  it.each(['My_SQL', 'x'.repeat(60), '-', ''])('of ports are the number where %j cannot be in one', (protocol) => {
    expect(portNameOf({ ...KNOWN, protocol })).toBe('tcp-3307');
  });

  it.each([
    ['cluster..local', 'my-service.default.svc.cluster.local'],
    [`${'x'.repeat(63)}.`.repeat(4), 'my-service.default.svc.cluster.local'],
  ])('of Services are a guess under %s', (clusterDomain, guess) => {
    expect(hostOf({ ...KNOWN, clusterDomain })).toMatchObject({ guess });
  });

  it.each(['a..b', '-', 'my_db.example.com', 'x'.repeat(64), null])('%s is no name that DNS has', (host) => {
    expect(dialledNameOf({ ...KNOWN, host })).toMatchObject({ guess: 'db.example.com' });
  });

  it('that DNS has are what was dialled', () => {
    expect(dialledNameOf({ ...KNOWN, host: 'db-1.example.com' })).toBe('db-1.example.com');
  });
});

describe('an address', () => {
  it.each([
    ['10.0.0.7', '10.0.0.7'],
    ['2001:db8::7', '2001:db8::7'],
    ['fe80::1%eth0', null],
    [null, null],
  ])('%s is %s to others', (address, expected) => {
    expect(addressOf({ ...KNOWN, address })).toBe(expected);
  });
});

describe('merged', () => {
  it('says how to apply, in comments only', () => {
    const text = merged(declareTcp(KNOWN));
    expect(text).toMatch(/^# Apply with: kubectl apply --server-side /);
    expect(objectsIn(text)).toEqual(objectsIn(declareTcp(KNOWN)));
  });
});

describe('annotatePods', () => {
  it.each([
    ['server', 'mysql', 'db'],
    ['client', 'my-client', 'default'],
  ] as const)('of the %s', (side, name, namespace) => {
    const [object] = objectsIn(annotatePods(side, KNOWN, 'a.example/b', '25', 'why\nand more'));
    expect(object).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace },
      spec: { template: { metadata: { annotations: { 'a.example/b': '25' } } } },
    });
  });
});

describe('a definition finds', () => {
  const spec = { ingress: [{ toPorts: [{ ports: [{ port: 25 }] }] }] };
  it.each([
    ['an unknown field', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' }, spec: { prots: [] } }],
    [
      'a wrong word',
      {
        apiVersion: 'security.istio.io/v1',
        kind: 'PeerAuthentication',
        metadata: { name: 'x' },
        spec: { mtls: { mode: 'OFF' } },
      },
    ],
    ['a number for a text', { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { name: 'x' }, spec }],
    ['a missing field', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'x' }, spec: { template: {} } }],
    ['an unknown kind', { apiVersion: 'v1', kind: 'Servise' }],
  ])('%s', (_, object) => {
    expect(schemaErrors(object)).not.toEqual([]);
  });
});
