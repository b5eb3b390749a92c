/** A schema as it comes: parsed JSON or YAML. */
export type Json = { readonly [key: string]: unknown };

/**
 * A Kubernetes schema as plain JSON Schema, closed: a field that it does not name is an error, as it is to a server that is asked
 * to be strict. Words for people are dropped.
 */
export function closed(schema: Json): Json {
  if (schema['x-kubernetes-int-or-string']) return { type: ['integer', 'string'] };
  const kept: Record<string, unknown> = {};
  for (const key of KEPT) if (key in schema) kept[key] = schema[key];
  // Go's short form of a Unicode class, which JavaScript does not know.
  if (typeof schema.pattern === 'string') kept.pattern = schema.pattern.replaceAll(/\\([pP])([A-Z])/g, '\\$1{$2}');
  if (schema.nullable === true && typeof schema.type === 'string') kept.type = [schema.type, 'null'];
  if (isObject(schema.items)) kept.items = closed(schema.items);
  if (isObject(schema.additionalProperties)) kept.additionalProperties = closed(schema.additionalProperties);
  if (isObject(schema.properties)) {
    kept.properties = mapValues(schema.properties, (value, key) => closedProperty(key, value));
    kept.additionalProperties ??= schema['x-kubernetes-preserve-unknown-fields'] === true;
  }
  return kept;
}

/** A custom resource's own schema, with the fields around it that its definition leaves to the server. */
export function customResource(schema: Json): Json {
  const { properties, ...rest } = closed(schema);
  const around = { apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: METADATA };
  return { ...rest, properties: { ...(isObject(properties) && properties), ...around }, required: ['spec'] };
}

/** The definitions that a swagger schema refers to, written out where it refers to them. */
export function inlined(schema: Json, definitions: Readonly<Record<string, Json>>): Json {
  const name = typeof schema.$ref === 'string' ? schema.$ref.replace('#/definitions/', '') : null;
  if (name === 'io.k8s.apimachinery.pkg.util.intstr.IntOrString') return { 'x-kubernetes-int-or-string': true };
  // No fix says anything about containers, and they are nine tenths of all there is.
  if (name === 'io.k8s.api.core.v1.PodSpec') return { type: 'object' };
  if (name !== null) return inlined(definitions[name] ?? {}, definitions);
  const deep = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(deep);
    return isObject(value) ? inlined(value, definitions) : value;
  };
  return mapValues(schema, deep);
}

/** What says something about values. Closing must not reach into the alternatives: each names a part of the fields only. */
const KEPT = [
  'type',
  'enum',
  'required',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'oneOf',
  'anyOf',
  'not',
] as const;

function closedProperty(key: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  // A fix never writes these; they are what the server tells.
  return key === 'status' || key === 'managedFields' ? { type: ['object', 'array'] } : closed(value);
}

const NAMES = { type: 'object', additionalProperties: { type: 'string' } };
const METADATA: Json = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, namespace: { type: 'string' }, labels: NAMES, annotations: NAMES },
  additionalProperties: false,
};

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(object: Json, map: (value: unknown, key: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}
