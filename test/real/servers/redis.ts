import { runnable } from './run.ts';

export default runnable({
  name: 'redis',
  package: 'redis-server',
  protocol: 'redis',
  speaksFirst: 'client',
  program: '/usr/bin/redis-server',
  command: ({ folder, address, port }) => [
    '/usr/bin/redis-server',
    ...[
      '--port',
      `${port}`,
      '--bind',
      address,
      '--save',
      '',
      '--appendonly',
      'no',
      '--protected-mode',
      'no',
      '--dir',
      folder,
    ],
  ],
});
