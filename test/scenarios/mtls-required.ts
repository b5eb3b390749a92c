import { istio } from '../../src/lab/proxies.ts';
import { ssh } from '../../src/lab/servers.ts';
import type { Scenario } from './scenario.ts';

export default {
  story: 'a strict sidecar resets every plaintext client; only its certificate tells it from a dead server',
  network: { peers: { '10.0.0.7:22': istio(ssh, { mtls: 'strict', declared: 'tcp' }) } },
  host: '10.0.0.7',
  port: 22,
  verdicts: ['mtls-required'],
} satisfies Scenario;
