import type { Scenario } from './scenario.ts';

export default {
  story: 'the name has no address: a Service that was never made',
  network: { peers: {}, names: { 'mail.shop.svc.cluster.local': { code: 'ENOTFOUND' } } },
  host: 'mail.shop.svc.cluster.local',
  port: 25,
  verdicts: ['unresolved'],
} satisfies Scenario;
