import type { Playable } from '../../src/lab/peer.ts';
import { istio } from '../../src/lab/proxies.ts';
import * as servers from '../../src/lab/servers.ts';
import { type Served, serve } from '../../src/net/serve.ts';

const PEERS = {
  smtp: servers.smtp,
  mute: servers.mute,
  stalled: istio(servers.smtp, { mtls: 'permissive', declared: 'auto' }),
  refused: { kind: 'refused' },
} as const satisfies Readonly<Record<string, Playable | { readonly kind: 'refused' }>>;

type Name = keyof typeof PEERS;

/** Some endpoints on loopback, under the names of what they do. */
export async function openLoopback(): Promise<{ readonly at: Readonly<Record<Name, string>>; close(): Promise<void> }> {
  const entries = await Promise.all(
    Object.entries(PEERS).map(async ([name, peer]): Promise<[string, Served]> => [name, await serve(peer)]),
  );
  const at = Object.fromEntries(entries.map(([name, { port }]) => [name, `127.0.0.1:${port}`]));
  return {
    at: at as Record<Name, string>,
    close: async () => {
      await Promise.all(entries.map(([, served]) => served.close()));
    },
  };
}
