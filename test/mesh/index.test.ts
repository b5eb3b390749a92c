import { expect, it } from 'vitest';
import { MESHES } from '../../src/mesh/index.ts';
import { KUMA_DATAPLANE, SIDECAR } from './handshakes.ts';

it('lists each mesh once', () => {
  const names = MESHES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it.each([
  [SIDECAR, 'istio'],
  [KUMA_DATAPLANE, 'kuma'],
  [{ ...SIDECAR, uris: ['spiffe://default.east.mesh.local/ns/db/sa/mysql'] }, 'kuma'],
])('has the particular before the general: %j', (certificate, name) => {
  expect(MESHES.find(({ identityOf }) => identityOf(certificate) !== null)?.name).toBe(name);
});
