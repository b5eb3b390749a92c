import { scolding, smtp } from '../../src/lab/servers.ts';
import type { Scenario } from './scenario.ts';

export default {
  story: 'a mail server that makes clients wait and turns away the impatient looks stalled, and is not',
  network: {
    peers: { '10.0.0.7:25': scolding(smtp, 2_000, { say: '554 SMTP synchronization error\r\n', close: 'fin' }) },
  },
  host: '10.0.0.7',
  port: 25,
  verdicts: ['slow'],
  protocol: 'smtp',
} satisfies Scenario;
