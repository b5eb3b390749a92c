import { Ajv, type ValidateFunction } from 'ajv';
import cilium from '../../fixtures/schemas/cilium.json' with { type: 'json' };
import istio from '../../fixtures/schemas/istio.json' with { type: 'json' };
import kubernetes from '../../fixtures/schemas/kubernetes.json' with { type: 'json' };
import type { ApiObject } from './server-side-apply.ts';

const NAMES = { type: 'object', additionalProperties: { type: 'string' } };

const custom = (spec: object): object => ({
  type: 'object',
  required: ['spec'],
  additionalProperties: false,
  properties: {
    apiVersion: {},
    kind: {},
    metadata: {
      type: 'object',
      required: ['name'],
      additionalProperties: false,
      properties: { name: { type: 'string' }, namespace: { type: 'string' }, labels: NAMES, annotations: NAMES },
    },
    spec: { type: 'object', additionalProperties: false, ...spec },
  },
});

/** Meshes whose definitions no registry has: written by hand from their reference pages, only the fields that fixes may use. */
const BY_HAND: Readonly<Record<string, object>> = {
  // https://linkerd.io/2/reference/authorization-policy/#server
  'policy.linkerd.io/v1beta3/Server': custom({
    required: ['podSelector', 'port'],
    properties: {
      podSelector: { type: 'object', additionalProperties: false, properties: { matchLabels: NAMES } },
      port: { type: ['integer', 'string'] },
      proxyProtocol: { enum: ['unknown', 'HTTP/1', 'HTTP/2', 'gRPC', 'opaque', 'TLS'] },
      accessPolicy: {
        enum: [
          'all-authenticated',
          'all-unauthenticated',
          'audit',
          'cluster-authenticated',
          'cluster-unauthenticated',
          'deny',
        ],
      },
    },
  }),
  // https://developer.hashicorp.com/consul/docs/connect/config-entries/service-defaults
  'consul.hashicorp.com/v1alpha1/ServiceDefaults': custom({
    properties: {
      protocol: { enum: ['tcp', 'http', 'http2', 'grpc'] },
      mutualTLSMode: { enum: ['', 'strict', 'permissive'] },
    },
  }),
};

const schemas: Readonly<Record<string, object>> = {
  ...istio.schemas,
  ...cilium.schemas,
  ...kubernetes.schemas,
  ...BY_HAND,
};
const ajv = new Ajv({ strict: false, allErrors: true });
const validators = new Map<string, ValidateFunction>();

/** What the object's own definition has against it; an object that nobody defines is an error too. */
export function schemaErrors(object: ApiObject): string[] {
  const id = `${object.apiVersion}/${object.kind}`;
  const schema = schemas[id];
  if (!schema) return [`${id} is not defined`];
  const validate = validators.get(id) ?? ajv.compile(schema);
  validators.set(id, validate);
  if (validate(object)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
