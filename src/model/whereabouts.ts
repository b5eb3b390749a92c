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

/** The proxy beside us, asked once. */
export interface OwnProxy {
  readonly whereabouts: Whereabouts;
  /** Null where it does not tell what it does with connections that we open. */
  readonly pathTo: ((address: string, port: number) => OwnPath) | null;
  /** The addresses of this machine besides loopback. Connections to these and to loopback bypass the proxy. */
  readonly ownAddresses: readonly string[];
}

/** Whether a connection passed our own proxy, by the sockets of this machine. */
export type Passage = 'proxied' | 'direct' | 'unknown';

/** Connections that wait in one listener for their client's first bytes. */
export interface Stuck {
  readonly listener: string;
  readonly connections: number;
}

/** What becomes of a connection to one target, as far as the proxy beside us is concerned. */
export type WayOut = { readonly host: string; readonly port: number } & (
  | { readonly kind: 'unresolved'; readonly code: string }
  | { readonly kind: 'bypassed'; readonly address: string }
  /** There is no proxy, or none that tells. */
  | { readonly kind: 'untold'; readonly address: string }
  | { readonly kind: 'told'; readonly address: string; readonly path: OwnPath }
);

/** A connection to an address that nobody has, which must fail. */
export interface VainDial {
  readonly address: string;
  readonly port: number;
  readonly outcome: 'accepted' | 'failed' | 'no-answer';
  /** How it failed; null where it did not. */
  readonly code: string | null;
}

/** What `deadair whereami` found out: `--format json` prints exactly this. */
export interface Outlook {
  readonly whereabouts: Whereabouts;
  readonly waysOut: readonly WayOut[];
  /** Null where it was not asked for. */
  readonly dial: VainDial | null;
  /** Null where it was not asked for; `listeners` is null where they are not counted. */
  readonly stuck: { readonly listeners: readonly Stuck[] | null } | null;
  /** Addresses that bypass a proxy beside us. */
  readonly baseline: readonly string[];
}
