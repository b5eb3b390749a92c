import { istio } from '../../src/lab/proxies.ts';
import { mysql } from '../../src/lab/servers.ts';
import type { Scenario } from './scenario.ts';

export default {
  story:
    'the port is declared as TCP, but the sidecar is permissive: a client outside the mesh waits for ever all the same',
  network: { peers: { '10.0.0.7:3306': istio(mysql, { mtls: 'permissive', declared: 'tcp' }) } },
  host: '10.0.0.7',
  port: 3306,
  verdicts: ['stalled'],
  protocol: 'mysql',
} satisfies Scenario;
