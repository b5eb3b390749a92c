import { inetd } from './inetd.ts';
import { runnable } from './run.ts';

export default runnable({
  name: 'fingerd',
  package: 'fingerd',
  protocol: 'finger',
  speaksFirst: 'client',
  program: '/usr/sbin/in.fingerd',
  command: ({ address, port }) => inetd(address, port, ['/usr/sbin/in.fingerd']),
});
