/** A parsed object of the API. */
export type ApiObject = { readonly [key: string]: unknown };

/**
 * What is in the cluster before a fix is applied. A fix that only changes something names only that, and the server merges it in.
 */
const IN_CLUSTER: Readonly<Record<string, ApiObject>> = {
  Service: {
    spec: { selector: { app: 'x' }, ports: [{ name: 'db', port: 3307, protocol: 'TCP', targetPort: 3306 }] },
  },
  Deployment: {
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'x' } },
      template: {
        metadata: { labels: { app: 'x' }, annotations: {} },
        spec: { containers: [{ name: 'x', image: 'x' }] },
      },
    },
  },
};

/** The object as it is after `kubectl apply --server-side`: fields are set one by one, ports are known by number and protocol. */
export function applied(manifest: ApiObject): ApiObject {
  return mergedInto(IN_CLUSTER[String(manifest.kind)] ?? {}, manifest);
}

/** What the server makes of an object that is there and of one that names some of its fields. */
export function mergedInto(before: ApiObject, change: ApiObject): ApiObject {
  return merge(before, change) as ApiObject;
}

function merge(before: unknown, change: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(change)) return change.every(isPort) ? mergePorts(before, change) : change;
  if (!isObject(before) || !isObject(change)) return change;
  const merged: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(change)) merged[key] = key in before ? merge(before[key], value) : value;
  return merged;
}

function mergePorts(before: readonly ApiObject[], change: readonly ApiObject[]): ApiObject[] {
  const isSame = (left: ApiObject, right: ApiObject) => left.port === right.port && left.protocol === right.protocol;
  const kept = before.filter((port) => !change.some((changed) => isSame(port, changed)));
  return [...kept, ...change.map((changed) => ({ ...before.find((port) => isSame(port, changed)), ...changed }))];
}

/** Of all lists in these objects the ports of a Service are the only ones that the server merges; others it replaces. */
function isPort(value: unknown): boolean {
  return isObject(value) && typeof value.port === 'number';
}

function isObject(value: unknown): value is ApiObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
