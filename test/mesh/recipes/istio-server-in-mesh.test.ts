import { describe, expect, it } from 'vitest';
import { ISTIO_SERVER_IN_MESH } from '../../../src/mesh/recipes/istio-server-in-mesh.ts';
import { describeRecipes, KNOWN, objectOf, objectsIn, UNKNOWN } from './describe-recipes.ts';

describeRecipes(ISTIO_SERVER_IN_MESH);

describe('a plaintext client in front of a sidecar', () => {
  it('needs the declaration and the exception, on the pod port and with a selector', () => {
    const [service, exception, ...rest] = objectsIn(ISTIO_SERVER_IN_MESH[0].manifest(KNOWN));
    expect(rest).toEqual([]);
    expect(service).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'mysql', namespace: 'db' },
      spec: { ports: [{ port: 3307, protocol: 'TCP', appProtocol: 'tcp' }] },
    });
    expect(exception).toEqual({
      apiVersion: 'security.istio.io/v1',
      kind: 'PeerAuthentication',
      metadata: { name: 'deadair-plaintext-3307', namespace: 'db' },
      spec: { selector: { matchLabels: { app: 'mysql' } }, portLevelMtls: { 3307: { mode: 'DISABLE' } } },
    });
  });

  it('needs the exception only where the port is declared', () => {
    const kinds = objectsIn(ISTIO_SERVER_IN_MESH[1].manifest(KNOWN)).map(({ kind }) => kind);
    expect(kinds).toEqual(['PeerAuthentication']);
  });

  it('marks every guess', () => {
    const manifest = ISTIO_SERVER_IN_MESH[0].manifest(UNKNOWN);
    for (const guess of ['my-service', 'default', 'my-server']) expect(manifest).toContain(`${guess} # change me: `);
  });

  it('comes in by a TCP server of the gateway', () => {
    expect(objectOf(ISTIO_SERVER_IN_MESH, 'enter-by-gateway', 'Gateway')).toMatchObject({
      spec: { servers: [{ port: { number: 3307, protocol: 'TCP' }, hosts: ['*'] }] },
    });
    expect(objectOf(ISTIO_SERVER_IN_MESH, 'enter-by-gateway', 'VirtualService')).toMatchObject({
      spec: { tcp: [{ route: [{ destination: { host: 'mysql.db.svc.cluster.local', port: { number: 3307 } } }] }] },
    });
  });

  it('can go round the sidecar', () => {
    expect(objectOf(ISTIO_SERVER_IN_MESH, 'exclude-inbound-port', 'Deployment')).toMatchObject({
      spec: { template: { metadata: { annotations: { 'traffic.sidecar.istio.io/excludeInboundPorts': '3307' } } } },
    });
  });

  it('is not told to declare what is declared when it joins the mesh', () => {
    const join = ISTIO_SERVER_IN_MESH.find(({ id }) => id === 'mesh-the-client');
    expect(objectsIn(join?.manifest(KNOWN) ?? null).map(({ kind }) => kind)).toEqual(['Namespace', 'Service']);
    expect(objectsIn(join?.manifest({ ...KNOWN, declared: 'tcp' }) ?? null).map(({ kind }) => kind)).toEqual([
      'Namespace',
    ]);
  });
});
