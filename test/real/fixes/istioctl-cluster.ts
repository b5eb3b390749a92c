import type { ApiObject } from '../../mesh/recipes/server-side-apply.ts';

const namespace = (name: string, injected: boolean): ApiObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: injected ? { 'istio-injection': 'enabled' } : {} },
});

const labelsOf = (app: string) => ({ app, version: 'v1' });

const workload = (name: string, place: string, port: number): ApiObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: place },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: labelsOf(name) },
      spec: { serviceAccountName: name, containers: [{ name, image: name, ports: [{ containerPort: port }] }] },
    },
  },
});

const pod = (name: string, place: string, labels: object, ...ports: number[]): ApiObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: place, labels, annotations: { 'sidecar.istio.io/status': '{}' } },
  spec: {
    containers: [
      { name: 'app', image: 'app', ports: ports.map((containerPort) => ({ containerPort })) },
      { name: 'istio-proxy', image: 'istio-proxy' },
    ],
  },
});

const service = (name: string, place: string, selector: object, ports: object[]): ApiObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: place },
  spec: { selector, ports },
});

const GATEWAY = { istio: 'ingressgateway' };

/** A database and its client in a mesh with a gateway: all that the fixes of the tests change. */
export const CLUSTER: readonly ApiObject[] = [
  namespace('db', true),
  namespace('shop', true),
  namespace('istio-system', false),
  workload('mysql', 'db', 3307),
  workload('shop', 'shop', 8080),
  pod('mysql-0', 'db', labelsOf('mysql'), 25, 3307),
  pod('shop-0', 'shop', labelsOf('shop'), 8080),
  pod('gateway-0', 'istio-system', { ...GATEWAY, ...labelsOf('gateway') }, 25, 3307),
  service('mysql', 'db', { app: 'mysql' }, [
    { name: 'tcp-mysql', port: 3307, targetPort: 3307, protocol: 'TCP' },
    { name: 'tcp-smtp', port: 25, targetPort: 25, protocol: 'TCP' },
  ]),
  service('istio-ingressgateway', 'istio-system', GATEWAY, [
    { name: 'tcp-status', port: 15021, targetPort: 15021, protocol: 'TCP' },
  ]),
];
