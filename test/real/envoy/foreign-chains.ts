import type { Chain, Inspector } from './chain.ts';
import type { ForeignMesh, Shape } from './shapes.ts';

/** A listener that is not Istio's. Its inspectors do not follow from its chains: each mesh puts them where it likes. */
interface Foreign {
  readonly chains: readonly Chain[];
  readonly inspectors: readonly Inspector[];
}

/** The listeners of the meshes that run Envoy too, as their control planes write them. */
export const FOREIGN: { readonly [M in ForeignMesh]: (shape: Shape) => Foreign } = {
  // pkg/plugins/policies/meshtls/plugin/v1alpha1/plugin.go of kumahq/kuma: permissive looks for TLS, strict for nothing. Outbound
  // only the passthrough listener of a MeshPassthrough looks, which is `auto` here.
  kuma: ({ direction, mode, declared }) => {
    const carries = carriedBy(declared);
    const own: Chain = { carries, terminatesTls: true };
    if (direction === 'outbound')
      return { chains: [{ carries }], inspectors: declared === 'auto' ? ['tls', 'http'] : [] };
    if (mode === 'strict') return { chains: [own], inspectors: [] };
    const plain = (['raw_buffer', 'tls'] as const).map((transport): Chain => ({ transport, carries }));
    return { chains: [...plain, { ...own, transport: 'tls', alpn: ['kuma'] }], inspectors: ['tls'] };
  },
  // agent/xds/listeners.go of hashicorp/consul: a permissive service has one more chain, for connections to its own port, and still
  // no inspector. Outbound a Destination with a hostname makes the whole listener look for TLS, which is `auto` here.
  consul: ({ direction, mode, declared }) => {
    const carries = carriedBy(declared);
    if (direction === 'outbound') return { chains: [{ carries }], inspectors: declared === 'auto' ? ['tls'] : [] };
    return { chains: [mode === 'strict' ? { carries, terminatesTls: true } : { carries }], inspectors: [] };
  },
  // pkg/envoy/xds_server.go of cilium/cilium: the inspector comes first on every port under an L7 rule, with a chain for each.
  cilium: ({ declared }) => ({
    chains: (['raw_buffer', 'tls'] as const).map((transport) => ({ transport, carries: carriedBy(declared) })),
    inspectors: ['tls'],
  }),
  none: ({ declared }) =>
    declared === 'auto'
      ? { chains: [{ transport: 'tls', carries: 'tcp' }, { carries: 'tcp' }], inspectors: ['tls', 'http'] }
      : { chains: [{ carries: carriedBy(declared) }], inspectors: [] },
};

const carriedBy = (declared: Shape['declared']): Chain['carries'] => (declared === 'http' ? 'http' : 'tcp');
