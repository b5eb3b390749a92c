import { ssh } from '../../src/lab/servers.ts';
import type { Scenario } from './scenario.ts';

export default {
  story: 'of the two addresses of a name one has no route from here',
  network: {
    peers: { '10.0.0.7:22': ssh, '[fd00::7]:22': { kind: 'unreachable', code: 'ENETUNREACH' } },
    names: { 'shell.example': ['10.0.0.7', 'fd00::7'] },
  },
  host: 'shell.example',
  port: 22,
  verdicts: ['server-first', 'unreachable'],
  protocol: 'ssh',
} satisfies Scenario;
