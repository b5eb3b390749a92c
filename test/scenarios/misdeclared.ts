import { istio } from '../../src/lab/proxies.ts';
import { smtp } from '../../src/lab/servers.ts';
import type { Scenario } from './scenario.ts';

export default {
  story: 'somebody named the port http-mail: the sidecar answers the mail client with an HTTP error',
  network: { peers: { '10.0.0.7:25': istio(smtp, { mtls: 'permissive', declared: 'http' }) } },
  host: '10.0.0.7',
  port: 25,
  verdicts: ['misdeclared'],
} satisfies Scenario;
