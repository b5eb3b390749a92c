import { plainProxy } from '../../src/lab/proxies.ts';
import type { Scenario } from './scenario.ts';

export default {
  story: 'a proxy that sniffs nothing accepts for a server that is down, and closes at once',
  network: { peers: { '10.0.0.7:25': plainProxy({ kind: 'refused' }) } },
  host: '10.0.0.7',
  port: 25,
  verdicts: ['closed'],
} satisfies Scenario;
