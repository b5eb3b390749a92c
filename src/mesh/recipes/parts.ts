import type { FixFacts } from '../../model/mesh.ts';
import { type Guess, guess, manifest, note } from '../manifest.ts';

/** The Service clients dial. */
export function serviceOf({ service }: FixFacts): string | Guess {
  return service ?? guess('my-service', 'the Service in front of the server');
}

/** The namespace the server is in. */
export function namespaceOf({ namespace }: FixFacts): string | Guess {
  return namespace ?? guess('default', 'its namespace');
}

/** The Service's full name, as other meshes' objects name it. */
export function hostOf({ service, namespace, clusterDomain }: FixFacts): string | Guess {
  const host = `${service ?? 'my-service'}.${namespace ?? 'default'}.svc.${clusterDomain}`;
  if (!isDnsName(host)) return guess('my-service.default.svc.cluster.local', "the Service's full name");
  return service && namespace ? host : guess(host, "the Service's full name");
}

/** The name that clients dial, where it is one that DNS could have: a resolver that reads a hosts file takes others too. */
export function dialledNameOf({ host }: FixFacts): string | Guess {
  return host !== null && isDnsName(host) ? host : guess('db.example.com', "the server's name");
}

/** Where the server is, for others than us too: an address with a zone is valid on one link only (RFC 4007). */
export function addressOf({ address }: FixFacts): string | null {
  return address?.includes('%') ? null : address;
}

/** The label that picks the server's pods and nobody else's. */
export function podLabelOf({ service, serviceAccount }: FixFacts): Guess {
  return guess(service ?? serviceAccount ?? 'my-server', "the labels of the server's pods, and of no others");
}

/** What the port is called: Istio reads the part before the first hyphen. */
export function portNameOf({ protocol, port }: FixFacts): string {
  const name = `tcp-${protocol ?? port}`;
  return isLabel(name) ? name : `tcp-${port}`;
}

/** A name as Kubernetes wants it: RFC 1123 label. */
export function isLabel(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
}

function isDnsName(text: string): boolean {
  return text.length <= 253 && text.split('.').every(isLabel);
}

/** Says how to apply objects that name only what they change. */
export function merged(text: string): string {
  return `${MERGE_NOTE}${text}`;
}

const MERGE_NOTE = `\
# Apply with: kubectl apply --server-side --field-manager=deadair -f FILE
# It adds these fields to the object that is there; a plain "kubectl apply" would take them for all of it.
# Where a chart or a repository owns the object, make the same change there.
#
`;

/** The Service's port, declared as TCP. */
export function declareTcp(facts: FixFacts): string {
  return manifest`
    # The port is TCP, so no proxy has to find out. appProtocol replaces what the port's name says: the name can stay.
    apiVersion: v1
    kind: Service
    metadata:
      name: ${serviceOf(facts)}
      namespace: ${namespaceOf(facts)}
    spec:
      ports:
        # The Service's own port; where its targetPort is another number, that one stays as it is.
        - port: ${facts.port}
          protocol: TCP
          appProtocol: tcp
  `;
}

/** An annotation on the pods of a workload. */
export function annotatePods(
  side: 'server' | 'client',
  facts: FixFacts,
  key: string,
  value: string,
  why: string,
): string {
  const isServer = side === 'server';
  const name = isServer ? (facts.service ?? facts.serviceAccount ?? 'my-server') : 'my-client';
  return manifest`
    ${note(why)}
    apiVersion: apps/v1
    # Or StatefulSet, DaemonSet: whatever makes the pods. They are restarted by this change.
    kind: Deployment
    metadata:
      name: ${guess(name, `the workload that runs the ${side}`)}
      namespace: ${isServer ? namespaceOf(facts) : guess('default', "the client's namespace")}
    spec:
      template:
        metadata:
          annotations:
            ${key}: ${value}
  `;
}
