import { runnable } from './run.ts';

export default runnable({
  name: 'redis-sentinel',
  package: 'redis-sentinel',
  protocol: 'redis',
  speaksFirst: 'client',
  program: '/usr/bin/redis-sentinel',
  files: ({ folder, address, port }) => ({
    'sentinel.conf': `port ${port}\nbind ${address}\ndir ${folder}\n`,
  }),
  command: ({ folder }) => ['/usr/bin/redis-sentinel', `${folder}/sentinel.conf`],
});
