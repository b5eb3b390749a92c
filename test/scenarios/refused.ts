import { mysqlBlocked } from '../../src/lab/servers.ts';
import type { Scenario } from './scenario.ts';

export default {
  story: 'a database that has blocked this host greets with an error: alive, and no use to anyone from here',
  network: { peers: { '10.0.0.7:3306': mysqlBlocked } },
  host: '10.0.0.7',
  port: 3306,
  verdicts: ['refused'],
  protocol: 'mysql',
} satisfies Scenario;
