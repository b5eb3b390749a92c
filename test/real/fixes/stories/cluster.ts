import type { ApiObject } from '../../../mesh/recipes/server-side-apply.ts';
import { idOf } from '../state.ts';
import type { Story } from '../story.ts';

const namespace = (name: string, injected: boolean): ApiObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: injected ? { 'istio-injection': 'enabled' } : {} },
});

const workload = (name: string): ApiObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: name },
  spec: { template: { metadata: { labels: { app: name }, annotations: {} } } },
});

const service = (port: number, targetPort: number, name: string): ApiObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'mail', namespace: 'mail' },
  spec: { selector: { app: 'mail' }, ports: [{ name, port, targetPort, protocol: 'TCP' }] },
});

/** A mail server and a shop that sends mail, with sidecars where the words say so. */
export const cluster = (
  meshed: 'server' | 'client' | 'both',
  portName: string | null,
  ...more: ((port: number) => ApiObject)[]
): Story['objects'] => {
  return (port, targetPort) => {
    const objects = [
      namespace('mail', meshed !== 'client'),
      namespace('shop', meshed !== 'server'),
      workload('mail'),
      workload('shop'),
      ...(portName === null ? [] : [service(port, targetPort, portName)]),
      ...more.map((object) => object(port)),
    ];
    return new Map(objects.map((object) => [idOf(object), object]));
  };
};

/** A rule that makes in-mesh clients speak plain text to the port. */
export const plainRule = (port: number): ApiObject => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'DestinationRule',
  metadata: { name: `deadair-mtls-${port}`, namespace: 'mail' },
  spec: {
    host: 'mail.mail.svc.cluster.local',
    trafficPolicy: { portLevelSettings: [{ port: { number: port }, tls: { mode: 'DISABLE' } }] },
  },
});

/** Somebody's web service on the same port number: its listener takes every address that has none of its own. */
export const webOnThisPort = (port: number): ApiObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { selector: { app: 'web' }, ports: [{ name: 'http-web', port, protocol: 'TCP' }] },
});
