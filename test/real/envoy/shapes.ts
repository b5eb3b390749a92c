/** Meshes whose proxy is an Envoy too, with chains of their own; `none` is one that somebody wrote by hand. */
export type ForeignMesh = 'kuma' | 'consul' | 'cilium' | 'none';

/** How an Istio sidecar's listener for one port comes to be: what its owner declared, and what istiod makes of it. */
export interface Shape {
  /** Absent: Istio. */
  readonly mesh?: ForeignMesh;
  readonly direction: 'inbound' | 'outbound';
  /** The PeerAuthentication mode of the port. */
  readonly mode: 'permissive' | 'strict' | 'disable';
  /** What istiod read from the Service's port name or appProtocol. */
  readonly declared: 'auto' | 'tcp' | 'http';
  /** meshConfig.protocolDetectionTimeout; 0 waits for ever, null leaves Envoy's own default of 15 s. */
  readonly timeoutMs: number | null;
  readonly onTimeout: 'continue' | 'close';
  /** An AuthorizationPolicy that allows nothing. */
  readonly authorization?: 'deny';
}

const inbound = (
  mode: Shape['mode'],
  declared: Shape['declared'],
  timeoutMs: number | null = 0,
  onTimeout: Shape['onTimeout'] = 'continue',
): Shape => ({ direction: 'inbound', mode, declared, timeoutMs, onTimeout });

/** Every listener shape the tests run. istiod's default is timeout 0 with continue. */
export const SHAPES = {
  'permissive-auto': inbound('permissive', 'auto'),
  'permissive-auto-100ms': inbound('permissive', 'auto', 100),
  'permissive-auto-1s': inbound('permissive', 'auto', 1_000),
  'permissive-auto-5s': inbound('permissive', 'auto', 5_000),
  'permissive-auto-1s-close': inbound('permissive', 'auto', 1_000, 'close'),
  'permissive-auto-5s-close': inbound('permissive', 'auto', 5_000, 'close'),
  'permissive-auto-15s-close': inbound('permissive', 'auto', null, 'close'),
  'permissive-tcp': inbound('permissive', 'tcp'),
  'permissive-tcp-100ms': inbound('permissive', 'tcp', 100),
  'permissive-tcp-1s': inbound('permissive', 'tcp', 1_000),
  'permissive-tcp-5s': inbound('permissive', 'tcp', 5_000),
  'permissive-http': inbound('permissive', 'http'),
  'permissive-http-1s': inbound('permissive', 'http', 1_000),
  'permissive-auto-deny': { ...inbound('permissive', 'auto'), authorization: 'deny' },
  'strict-auto': inbound('strict', 'auto'),
  'strict-tcp': inbound('strict', 'tcp'),
  'strict-http': inbound('strict', 'http'),
  'strict-tcp-1s': inbound('strict', 'tcp', 1_000),
  'strict-tcp-5s': inbound('strict', 'tcp', 5_000),
  'disable-tcp': inbound('disable', 'tcp'),
  'disable-http': inbound('disable', 'http'),
  'disable-auto': inbound('disable', 'auto'),
  'disable-auto-1s': inbound('disable', 'auto', 1_000),
  'disable-auto-5s': inbound('disable', 'auto', 5_000),
  'disable-auto-1s-close': inbound('disable', 'auto', 1_000, 'close'),
  'outbound-auto': { ...inbound('disable', 'auto'), direction: 'outbound' },
  'outbound-auto-5s': { ...inbound('disable', 'auto', 5_000), direction: 'outbound' },
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof SHAPES;
