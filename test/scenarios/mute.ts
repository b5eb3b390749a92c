import { mute } from '../../src/lab/servers.ts';
import type { Scenario } from './scenario.ts';

export default {
  story: 'a server that hangs accepts, reads, and never says a word to anyone',
  network: { peers: { '10.0.0.7:9999': mute } },
  host: '10.0.0.7',
  port: 9999,
  verdicts: ['mute'],
} satisfies Scenario;
