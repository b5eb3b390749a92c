import { runnable } from './run.ts';

export default runnable({
  name: 'tarantool',
  package: 'tarantool',
  protocol: 'tarantool',
  speaksFirst: 'server',
  version: /^2\.6\.0/,
  program: '/usr/bin/tarantool',
  files: ({ folder, address, port }) => ({
    'init.lua': `box.cfg{listen='${address}:${port}', work_dir='${folder}', memtx_memory=33554432}\n`,
  }),
  command: ({ folder }) => ['/usr/bin/tarantool', `${folder}/init.lua`],
});
