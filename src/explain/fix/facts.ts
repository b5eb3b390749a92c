import { readIdentity } from '../../mesh/identify.ts';
import { isLabel } from '../../mesh/recipes/parts.ts';
import { parseSpiffeId, workloadOf } from '../../mesh/spiffe.ts';
import type { Measurement } from '../../model/finding.ts';
import type { FixFacts } from '../../model/mesh.ts';

/** The Service, where the user named it. */
export interface NamedService {
  readonly namespace: string;
  readonly name: string;
}

/**
 * What a fix can be filled in with: from the user, from the target's name, from the certificate. Names that Kubernetes would not
 * take are dropped, whoever sent them.
 */
export function factsOf(measurement: Measurement, service: NamedService | undefined): FixFacts {
  const { endpoint, cause, protocol } = measurement;
  const workload = workloadIn(cause?.identity ?? null);
  const dialled = parseHost(endpoint.host);
  return {
    namespace: firstName(service?.namespace, dialled.namespace, workload?.namespace),
    serviceAccount: firstName(workload?.serviceAccount),
    service: firstName(service?.name, dialled.service),
    host: dialled.host,
    dialled: service ? 'service' : dialled.kind,
    address: endpoint.address,
    port: endpoint.port,
    clusterDomain: dialled.clusterDomain ?? 'cluster.local',
    protocol: protocol?.name ?? null,
    posture: readIdentity(measurement.transcripts)?.posture === 'none' ? 'none' : (cause?.posture ?? 'unknown'),
    declared: cause?.declared ?? 'unknown',
  };
}

interface Dialled {
  readonly kind: FixFacts['dialled'];
  readonly host: string | null;
  readonly service?: string;
  readonly namespace?: string;
  readonly clusterDomain?: string;
}

/** Kubernetes names Services `name.namespace.svc.domain`, and resolves a bare `name` from within its namespace. */
function parseHost(typed: string): Dialled {
  const host = typed.toLowerCase().replace(/\.$/, '');
  if (/^[\d.]+$/.test(host) || host.includes(':')) return { kind: 'address', host: null };
  if (!/^[a-z0-9.-]{1,253}$/.test(host)) return { kind: 'name', host: null };
  const [service = '', namespace, svc, ...domain] = host.split('.');
  if (svc === 'svc' && namespace) {
    return { kind: 'service', host, service, namespace, ...(domain.length > 0 && { clusterDomain: domain.join('.') }) };
  }
  return namespace === undefined && host !== 'localhost' ? { kind: 'service', host, service } : { kind: 'name', host };
}

function workloadIn(identity: string | null): { namespace: string; serviceAccount: string } | null {
  const id = identity === null ? null : parseSpiffeId(identity);
  return id && workloadOf(id);
}

/** The first that Kubernetes would take as a name (RFC 1123 label). */
function firstName(...names: readonly (string | undefined)[]): string | null {
  return names.find((name) => name !== undefined && isLabel(name)) ?? null;
}
