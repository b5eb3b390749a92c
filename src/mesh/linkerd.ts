import type { Mesh } from '../model/mesh.ts';
import { LINKERD_RECIPES } from './recipes/linkerd.ts';

/** Linkerd: its proxy reads for TLS first, then for HTTP, 10 s each. */
export const LINKERD = {
  name: 'linkerd',
  title: 'Linkerd',
  source: 'https://linkerd.io/2/features/protocol-detection/',
  cause: 'linkerd-proxy',
  // It ends TLS only for the exact server name of the workload and passes every other handshake on.
  offers: [],
  identityOf: ({ subject }) =>
    /(?:^|[=\s,])([a-z0-9.-]{1,200}\.identity\.linkerd\.[a-z0-9.-]{1,200})/i.exec(subject)?.[1] ?? null,
  // DEFAULT_INBOUND_DETECT_TIMEOUT and DEFAULT_OUTBOUND_DETECT_TIMEOUT in linkerd2-proxy, linkerd/app/src/env.rs.
  timings: [
    {
      atMs: 10_000,
      silentEnd: 'close',
      confidence: 'likely',
      where: 'the inbound proxy, for a client outside the mesh',
    },
    { atMs: 10_000, silentEnd: 'greeting', confidence: 'likely', where: 'one of the two proxies, for a meshed client' },
    { atMs: 20_000, silentEnd: 'greeting', confidence: 'likely', where: 'both proxies in turn, for a meshed client' },
  ],
  recipes: LINKERD_RECIPES,
} as const satisfies Mesh;
