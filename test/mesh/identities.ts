import { expect, it } from 'vitest';
import type { Mesh } from '../../src/model/mesh.ts';
import type { Certificate } from '../../src/model/transcript.ts';
import { CONSUL_PROXY, KUMA_DATAPLANE, SIDECAR } from './handshakes.ts';

const PLAIN: Certificate = { ...SIDECAR, subject: 'CN=mail.example', uris: [] };

/** Certificates as meshes and others make them. */
const CERTIFICATES: readonly (readonly [string, Certificate, Mesh['name'] | null])[] = [
  ["an Istio sidecar's", SIDECAR, 'istio'],
  ["a Kuma data plane's", KUMA_DATAPLANE, 'kuma'],
  ["one of Kuma's MeshIdentity", { ...SIDECAR, uris: ['spiffe://default.east.mesh.local/ns/db/sa/mysql'] }, 'kuma'],
  ["a Consul proxy's", CONSUL_PROXY, 'consul'],
  ["a Linkerd proxy's", { ...PLAIN, subject: 'CN=mysql.db.serviceaccount.identity.linkerd.cluster.local' }, 'linkerd'],
  ['one that SPIRE made for somebody', { ...SIDECAR, uris: ['spiffe://example.org/payments'] }, null],
  ["a server's own", PLAIN, null],
  ['one of nobody', { ...PLAIN, subject: '' }, null],
  ['one with a broken name', { ...SIDECAR, uris: ['spiffe://cluster.local/ns/db/sa/my sql\u001b[2J'] }, null],
];

/** Meshes whose names have the shape of another's: the more particular one goes first in the list. */
const SHAPES_SHARED: Readonly<Partial<Record<Mesh['name'], readonly string[]>>> = {
  istio: ["one of Kuma's MeshIdentity"],
};

/** A mesh knows its own certificates and nobody else's. */
export function itKnowsItsOwn(mesh: Mesh): void {
  it.each(CERTIFICATES)(`${mesh.title} and %s certificate`, (name, certificate, owner) => {
    const isOwn = owner === mesh.name || SHAPES_SHARED[mesh.name]?.includes(name) === true;
    expect(mesh.identityOf(certificate) !== null).toBe(isOwn);
  });
}
