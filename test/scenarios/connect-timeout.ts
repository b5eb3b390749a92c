import type { Scenario } from './scenario.ts';

export default {
  story: 'a firewall drops the connect without a word',
  network: { peers: { '10.0.0.7:25': { kind: 'black-holed' } } },
  host: '10.0.0.7',
  port: 25,
  verdicts: ['connect-timeout'],
} satisfies Scenario;
