import { runnable } from './run.ts';

export default runnable({
  name: 'nanocat',
  package: 'nanomsg-utils',
  protocol: 'nanomsg',
  speaksFirst: 'server',
  program: '/usr/bin/nanocat',
  command: ({ address, port }) => [
    '/usr/bin/nanocat',
    '--rep',
    '--bind',
    `tcp://${address}:${port}`,
    '--data',
    'x',
    '-v',
  ],
});
