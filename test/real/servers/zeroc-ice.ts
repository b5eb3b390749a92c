import { runnable } from './run.ts';

export default runnable({
  name: 'zeroc-ice',
  package: 'python3-zeroc-ice',
  protocol: 'ice',
  speaksFirst: 'server',
  program: '/usr/lib/python3/dist-packages/Ice/__init__.py',
  command: ({ address, port }) => [
    '/usr/bin/python3',
    '-c',
    `import Ice
c = Ice.initialize()
a = c.createObjectAdapterWithEndpoints('test', 'tcp -h ${address} -p ${port}')
a.activate()
c.waitForShutdown()`,
  ],
});
