import type { Cause } from './finding.ts';
import type { Scenario } from './options.ts';
import type { Certificate } from './transcript.ts';
import type { Confidence } from './verdict.ts';

/** Whose proxy it can be. `envoy` is one that nobody has tuned: a gateway, a waypoint, Open Service Mesh. */
export type MeshName = 'istio' | 'ambient' | 'linkerd' | 'kuma' | 'consul' | 'cilium' | 'envoy';

/** What the TLS handshakes told about who ends them. */
export interface MeshIdentity {
  /** Null when the handshakes reached the server itself: no mesh ends TLS on this port. */
  readonly mesh: MeshName | null;
  /** `none` goes with a null mesh: plaintext and TLS alike reach the server. */
  readonly posture: 'strict' | 'permissive' | 'none' | 'unknown';
  readonly declared: Cause['declared'];
  readonly identity: string | null;
  readonly confidence: Confidence;
}

/** How a connection that is kept silent ends at a proxy of this mesh, and after how long. */
export interface TimingSignature {
  readonly atMs: number;
  readonly silentEnd: 'greeting' | 'close';
  readonly confidence: Confidence;
  /** Which part of the mesh does so: where to look. */
  readonly where: string;
}

/** The scenarios there are once `auto` has been decided. */
export type Placement = Exclude<Scenario, 'auto'>;

/** All that is known of an endpoint when its fix is written; null where it is not known. */
export interface FixFacts {
  readonly namespace: string | null;
  readonly serviceAccount: string | null;
  readonly service: string | null;
  /** Null where the name is not one that a manifest may hold. */
  readonly host: string | null;
  /** What kind of name was dialled: one of the cluster's, one from elsewhere, or a bare address. */
  readonly dialled: 'service' | 'name' | 'address';
  readonly address: string | null;
  readonly port: number;
  /** What ends the cluster's names: `cluster.local`, unless the target's own name told another. */
  readonly clusterDomain: string;
  readonly protocol: string | null;
  /** `none`: the handshakes reached the server, so no mutual TLS is in the way. */
  readonly posture: Cause['posture'] | 'none';
  readonly declared: Cause['declared'];
}

/** A fix that has yet to be filled in. */
export interface Recipe {
  readonly id: string;
  /** Where client and server are for this to be the right change. */
  readonly placements: readonly Placement[];
  readonly title: string;
  /** What it costs, or what it breaks; null where it costs nothing. */
  readonly caution: string | null;
  /** False where these facts make the recipe useless. Absent: always of use. */
  readonly helps?: (facts: FixFacts) => boolean;
  /** Null where it is not a matter of Kubernetes objects. */
  readonly manifest: (facts: FixFacts) => string | null;
}

/** A service mesh, as an outsider sees it: how its proxy shows, how long it sniffs, what frees the connection. */
export interface Mesh {
  readonly name: MeshName;
  readonly title: string;
  /** Where these statements can be checked. */
  readonly source: string;
  /** What the report calls its proxy. */
  readonly cause: Cause['kind'];
  /** The application protocols that only its own clients offer; its proxy shows itself when it hears them. */
  readonly offers: readonly (readonly string[])[];
  /** The workload's name, where the certificate is one of this mesh. */
  readonly identityOf: (certificate: Certificate) => string | null;
  readonly timings: readonly TimingSignature[];
  readonly recipes: readonly Recipe[];
}
