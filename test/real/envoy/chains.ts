import type { Chain, Inspector } from './chain.ts';
import { FOREIGN } from './foreign-chains.ts';
import type { Shape } from './shapes.ts';

// The application protocols that istiod matches on: pilot/pkg/networking/core/listener.go of Istio 1.29.
const PLAIN_HTTP = ['http/1.1', 'h2c'];
const MUTUAL_HTTP = ['istio-http/1.0', 'istio-http/1.1', 'istio-h2'];
const MUTUAL_TCP = ['istio-peer-exchange', 'istio'];
const MUTUAL = [...MUTUAL_TCP, ...MUTUAL_HTTP];

const plainTcp: Chain = { transport: 'raw_buffer', carries: 'tcp' };
const plainHttp: Chain = { transport: 'raw_buffer', carries: 'http' };
const passedTls: Chain = { transport: 'tls', carries: 'tcp' };
const sniffedHttp: Chain = { ...plainHttp, alpn: PLAIN_HTTP };
const mutual = (carries: Chain['carries'], alpn?: readonly string[]): Chain => ({
  transport: 'tls',
  carries,
  terminatesTls: true,
  ...(alpn ? { alpn } : {}),
});

/** The chains istiod makes for a port: pilot/pkg/networking/core/filterchain_options.go. */
const INBOUND: { readonly [M in Shape['mode']]: { readonly [D in Shape['declared']]: readonly Chain[] } } = {
  permissive: {
    auto: [mutual('http', MUTUAL_HTTP), sniffedHttp, mutual('tcp', MUTUAL_TCP), plainTcp, passedTls],
    tcp: [mutual('tcp', MUTUAL), plainTcp, passedTls],
    http: [mutual('http', MUTUAL), plainHttp],
  },
  strict: {
    auto: [mutual('http', MUTUAL_HTTP), mutual('tcp')],
    tcp: [mutual('tcp')],
    http: [mutual('http')],
  },
  disable: {
    auto: [sniffedHttp, plainTcp],
    tcp: [plainTcp],
    http: [plainHttp],
  },
};

/** A client's sidecar matches on the sniffed protocol alone; the chain without a match takes the rest. */
const OUTBOUND: { readonly [D in Shape['declared']]: readonly Chain[] } = {
  auto: [sniffedHttp, { carries: 'tcp' }],
  tcp: [{ carries: 'tcp' }],
  http: [{ carries: 'http' }],
};

export const chainsOf = (shape: Shape): readonly Chain[] => {
  if (shape.mesh) return FOREIGN[shape.mesh](shape).chains;
  return shape.direction === 'inbound' ? INBOUND[shape.mode][shape.declared] : OUTBOUND[shape.declared];
};

/** What the listener looks for before it picks a chain. */
export const inspectorsFor = (shape: Shape): readonly Inspector[] =>
  shape.mesh ? FOREIGN[shape.mesh](shape).inspectors : inspectorsOf(chainsOf(shape));

/** istiod derives the inspectors from the chains: whatever a chain matches on must first be found out. */
export const inspectorsOf = (chains: readonly Chain[]): readonly Inspector[] => [
  ...(chains.some((chain) => chain.transport === 'tls') ? (['tls'] as const) : []),
  ...(chains.some((chain) => chain.alpn?.includes('http/1.1')) ? (['http'] as const) : []),
];
