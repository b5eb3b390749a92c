import { istio } from '../../src/lab/proxies.ts';
import { smtp } from '../../src/lab/servers.ts';
import type { Scenario } from './scenario.ts';

export default {
  story: 'an Istio of 2020 gives up sniffing after five seconds: mail arrives, but late',
  network: { peers: { '10.0.0.7:587': istio(smtp, { mtls: 'permissive', declared: 'auto', timeoutMs: 5_000 }) } },
  host: '10.0.0.7',
  port: 587,
  verdicts: ['delayed'],
  protocol: 'smtp',
} satisfies Scenario;
