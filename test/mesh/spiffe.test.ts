import { describe, expect, it } from 'vitest';
import { parseSpiffeId, spiffeIdsOf, workloadOf } from '../../src/mesh/spiffe.ts';
import { SIDECAR } from './handshakes.ts';

describe('parseSpiffeId', () => {
  it('takes the trust domain and the path apart', () => {
    expect(parseSpiffeId('spiffe://cluster.local/ns/db/sa/mysql')).toEqual({
      uri: 'spiffe://cluster.local/ns/db/sa/mysql',
      trustDomain: 'cluster.local',
      path: ['ns', 'db', 'sa', 'mysql'],
    });
  });

  it.each([
    'https://cluster.local/ns/db',
    'spiffe://',
    'spiffe://td',
    'spiffe://td/',
    'spiffe://td//x',
    'spiffe://td/x/',
    'spiffe://td/x y',
    'spiffe://td/x\u001b[31m',
    'spiffe://td/x\nspiffe://td/y',
    `spiffe://td/${'x'.repeat(3_000)}`,
    ' spiffe://td/x',
  ])('refuses %j', (uri) => {
    expect(parseSpiffeId(uri)).toBeNull();
  });
});

it('spiffeIdsOf leaves out what is none', () => {
  const uris = ['kuma://kuma.io/protocol/tcp', 'spiffe://default/mysql', 'x'];
  expect(spiffeIdsOf({ ...SIDECAR, uris }).map(({ uri }) => uri)).toEqual(['spiffe://default/mysql']);
});

describe('workloadOf', () => {
  it.each([
    ['spiffe://td/ns/db/sa/mysql', { namespace: 'db', serviceAccount: 'mysql' }],
    ['spiffe://td/ns/db/sa/mysql/more', null],
    ['spiffe://td/ns/db', null],
    ['spiffe://td/sa/mysql/ns/db', null],
    ['spiffe://td/mysql', null],
  ])('%s', (uri, workload) => {
    const id = parseSpiffeId(uri);
    expect(id && workloadOf(id)).toEqual(workload);
  });
});
