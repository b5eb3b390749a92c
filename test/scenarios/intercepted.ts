import { istio } from '../../src/lab/proxies.ts';
import type { Scenario } from './scenario.ts';

export default {
  story: 'the server is down, and its sidecar accepts connections as if it were not',
  network: { peers: { '10.0.0.7:8080': istio({ kind: 'refused' }, { mtls: 'permissive', declared: 'auto' }) } },
  host: '10.0.0.7',
  port: 8080,
  verdicts: ['intercepted'],
} satisfies Scenario;
