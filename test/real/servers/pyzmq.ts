import { runnable } from './run.ts';

export default runnable({
  name: 'pyzmq',
  package: 'python3-zmq',
  protocol: 'zmtp',
  speaksFirst: 'server',
  program: '/usr/lib/python3/dist-packages/zmq/__init__.py',
  command: ({ address, port }) => [
    '/usr/bin/python3',
    '-c',
    `import zmq; s = zmq.Context().socket(zmq.REP); s.bind('tcp://${address}:${port}'); s.recv()`,
  ],
});
