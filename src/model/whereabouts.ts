import type { MeshName } from './mesh.ts';
import type { Confidence } from './verdict.ts';

/** A local page that tells of a proxy beside us. Only read, never a path that changes anything. */
export interface Landmark {
  readonly mesh: MeshName;
  /** On 127.0.0.1, where connections to ourselves bypass the proxy. */
  readonly port: number;
  readonly path: string;
}

/** What a landmark answered; null where nobody did. */
export interface LandmarkAnswer {
  readonly landmark: Landmark;
  readonly status: number;
  readonly body: string;
}

/** Where this process runs, as far as the proxies beside it tell. */
export interface Whereabouts {
  /** Null: no proxy was found beside us, which is no proof that there is none. */
  readonly mesh: MeshName | null;
  readonly confidence: Confidence;
  /** How the proxy names itself, such as `sidecar~10.0.0.7~mysql-0.db~db.svc.cluster.local`. */
  readonly proxy: string | null;
  readonly seen: readonly Landmark[];
}

/** What our own proxy does with a connection that we open. */
export interface OwnPath {
  /** The listener that takes it; null where the proxy passes it on unseen. */
  readonly listener: string | null;
  readonly inspectors: readonly ('tls' | 'http')[];
  /** 0 waits for ever. */
  readonly timeoutMs: number;
  readonly onTimeout: 'continue' | 'close';
}
