import { describe, expect, it } from 'vitest';
import { ISTIO_CLIENT_IN_MESH } from '../../../src/mesh/recipes/istio-client-in-mesh.ts';
import { describeRecipes, KNOWN, objectOf } from './describe-recipes.ts';

describeRecipes(ISTIO_CLIENT_IN_MESH);

const OUTSIDE = { ...KNOWN, service: null, host: 'db.example.com', dialled: 'name', address: '203.0.113.7' } as const;
const BARE = { ...OUTSIDE, host: null, dialled: 'address' } as const;
const IPV6 = { ...BARE, address: '2001:db8::7' } as const;

describe('a server outside', () => {
  it.each([
    ['by name', OUTSIDE, 'db.example.com', 'DNS'],
    ['by address', BARE, 'tcp-3307.deadair.internal', 'NONE'],
  ])('is an entry that says TCP and has an address: %s', (_, facts, host, resolution) => {
    expect(objectOf(ISTIO_CLIENT_IN_MESH, 'service-entry', 'ServiceEntry', facts)?.spec).toEqual({
      hosts: [host],
      addresses: ['203.0.113.7'],
      location: 'MESH_EXTERNAL',
      ports: [{ number: 3307, name: 'tcp-mysql', protocol: 'TCP' }],
      resolution,
    });
  });

  it('may move where the sidecars answer DNS: an address of nobody for the name, and the capture on the pods', () => {
    const id = 'service-entry-with-dns-capture';
    expect(objectOf(ISTIO_CLIENT_IN_MESH, id, 'ServiceEntry', OUTSIDE)).toMatchObject({
      spec: { hosts: ['db.example.com'], addresses: ['240.240.33.6'], resolution: 'DNS' },
    });
    expect(objectOf(ISTIO_CLIENT_IN_MESH, id, 'Deployment', OUTSIDE)).toMatchObject({
      spec: {
        template: {
          metadata: { annotations: { 'proxy.istio.io/config': '{proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}' } },
        },
      },
    });
  });

  it.each([
    ['an IPv4 address', BARE, { 'traffic.sidecar.istio.io/excludeOutboundIPRanges': '203.0.113.7/32' }],
    ['else its port', IPV6, { 'traffic.sidecar.istio.io/excludeOutboundPorts': '3307' }],
  ])('can be left out by %s', (_, facts, annotations) => {
    expect(objectOf(ISTIO_CLIENT_IN_MESH, 'exclude-outbound', 'Deployment', facts)).toMatchObject({
      spec: { template: { metadata: { annotations } } },
    });
  });
});
