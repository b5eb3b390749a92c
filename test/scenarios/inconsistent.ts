import { istio } from '../../src/lab/proxies.ts';
import { smtp } from '../../src/lab/servers.ts';
import type { Scenario } from './scenario.ts';

export default {
  story: 'behind one address two replicas take turns, and only one of them has a sidecar',
  network: {
    peers: {
      '10.0.0.7:25': {
        kind: 'replicas',
        peers: [istio(smtp, { mtls: 'permissive', declared: 'auto' }), smtp, smtp],
      },
    },
  },
  host: '10.0.0.7',
  port: 25,
  verdicts: ['inconsistent'],
  protocol: 'smtp',
} satisfies Scenario;
