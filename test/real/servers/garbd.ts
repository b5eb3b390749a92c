import { runnable } from './run.ts';

export default runnable({
  name: 'garbd',
  package: 'galera-arbitrator-4',
  protocol: 'galera',
  speaksFirst: 'server',
  program: '/usr/bin/garbd',
  command: ({ address, port }) => [
    '/usr/bin/garbd',
    ...[
      '--group',
      'test',
      '--address',
      'gcomm://',
      '--options',
      `gmcast.listen_addr=tcp://${address}:${port};base_host=${address}`,
    ],
  ],
});
