import { runnable } from './run.ts';

export default runnable({
  name: 'nats-server',
  package: 'nats-server',
  protocol: 'nats',
  speaksFirst: 'server',
  version: /^2\.\d+\.\d+/,
  program: '/usr/sbin/nats-server',
  command: ({ address, port }) => ['/usr/sbin/nats-server', '-a', address, '-p', `${port}`],
});
