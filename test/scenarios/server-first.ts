import { mysql } from '../../src/lab/servers.ts';
import type { Scenario } from './scenario.ts';

export default {
  story: 'a database that the sidecar leaves alone greets at once, and is left in the words of its own protocol',
  network: { peers: { '10.0.0.7:3306': mysql } },
  host: '10.0.0.7',
  port: 3306,
  verdicts: ['server-first'],
  protocol: 'mysql',
} satisfies Scenario;
