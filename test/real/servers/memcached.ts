import { runnable } from './run.ts';

export default runnable({
  name: 'memcached',
  package: 'memcached',
  protocol: 'memcached',
  speaksFirst: 'client',
  version: /^1\.\d+\.\d+/,
  program: '/usr/bin/memcached',
  command: ({ address, port }) => ['/usr/bin/memcached', '-l', address, '-p', `${port}`, '-U', '0', '-m', '8'],
});
