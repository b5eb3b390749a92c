import { expect, test } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { probeAll } from '../../src/experiment/probe-all.ts';
import { fixesFor } from '../../src/explain/fix.ts';
import type { Peer } from '../../src/lab/peer.ts';
import { envoyContinuing, envoyDefault, haproxy, istio, linkerd, linkerdMeshed, nginx } from '../../src/lab/proxies.ts';
import { smtp } from '../../src/lab/servers.ts';
import { simulate } from '../../src/lab/simulate.ts';
import type { Cause, Measurement } from '../../src/model/finding.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { VerdictKind } from '../../src/model/verdict.ts';

/** What `--patience thorough` stands for. */
const THOROUGH_MS = 22_000;

type Story = readonly [string, Peer, VerdictKind, Cause['kind'] | null, Cause['confidence'] | null, string | null];

test.each<Story>([
  [
    'Linkerd closes on a client outside the mesh after 10 s',
    linkerd(smtp),
    'stalled',
    'linkerd-proxy',
    'likely',
    'linkerd-opaque-port',
  ],
  [
    'Linkerd lets a meshed client through after 10 s',
    linkerdMeshed(smtp),
    'delayed',
    'linkerd-proxy',
    'likely',
    'linkerd-opaque-port',
  ],
  [
    'two proxies of Linkerd take 10 s each',
    linkerdMeshed(linkerdMeshed(smtp)),
    'delayed',
    'linkerd-proxy',
    'likely',
    'linkerd-opaque-port',
  ],
  [
    'an Envoy that nobody has tuned closes after 15 s: it can be of five meshes',
    envoyDefault(smtp),
    'stalled',
    'sniffing-proxy',
    'certain',
    'kuma-exclude-inbound-port',
  ],
  [
    'one that continues after 15 s can be of two',
    envoyContinuing(smtp),
    'delayed',
    'sniffing-proxy',
    'certain',
    'ambient-declare-tcp',
  ],
  [
    'an old Istio gives up after 5 s',
    istio(smtp, { mtls: 'disable', declared: 'auto', timeoutMs: 5_000 }),
    'delayed',
    'istio-sidecar',
    'possible',
    'declare-tcp-only',
  ],
  [
    'one that shows its certificate needs no clock',
    istio(smtp, { mtls: 'permissive', declared: 'auto', timeoutMs: 5_000 }),
    'delayed',
    'istio-sidecar',
    'certain',
    'declare-tcp-and-disable-mtls',
  ],
  [
    'a time that is nobody’s names nobody, and the first thought is Istio',
    haproxy(smtp, 7_000),
    'delayed',
    'sniffing-proxy',
    'certain',
    'declare-tcp-only',
  ],
  [
    'nginx closes after 20 s, which is nobody’s',
    nginx(smtp, 20_000),
    'stalled',
    'sniffing-proxy',
    'certain',
    'declare-tcp-only',
  ],
])('%s', async (_name, peer, verdict, cause, confidence, fix) => {
  const measurement = await measured(peer, THOROUGH_MS);
  expect({
    verdict: measurement.judgement.kind,
    cause: measurement.cause?.kind,
    confidence: measurement.cause?.confidence,
    fix: fixesFor(measurement, { scenario: 'auto' })[0]?.id,
  }).toEqual({ verdict, cause, confidence, fix });
});

test('a short patience does not see the end of silence, and names nobody', async () => {
  const { judgement, cause } = await measured(linkerd(smtp), DEFAULT_OPTIONS.patienceMs);
  expect({ verdict: judgement.kind, cause: cause?.kind }).toEqual({ verdict: 'stalled', cause: 'sniffing-proxy' });
});

async function measured(peer: Peer, patienceMs: number): Promise<Measurement> {
  const world = simulate({ peers: { '10.0.0.7:25': peer } });
  const target = { input: '10.0.0.7:25', host: '10.0.0.7', port: 25, expectedProtocol: null };
  const { value } = await world.run(probeAll([target], { ...DEFAULT_OPTIONS, patienceMs }, world, PROBES).next());
  if (!value) throw new Error('nothing was measured');
  return value;
}
