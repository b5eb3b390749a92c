import { istio } from '../../src/lab/proxies.ts';
import { redis } from '../../src/lab/servers.ts';
import type { Scenario } from './scenario.ts';

export default {
  story: 'a sniffing sidecar does no harm to a server that lets its clients speak first',
  network: { peers: { '10.0.0.7:6379': istio(redis, { mtls: 'permissive', declared: 'auto' }) } },
  host: '10.0.0.7',
  port: 6379,
  verdicts: ['healthy'],
  protocol: 'redis',
} satisfies Scenario;
