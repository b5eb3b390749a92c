import { runnable } from './run.ts';

export default runnable({
  name: 'etcd',
  package: 'etcd-server',
  protocol: 'http',
  speaksFirst: 'client',
  program: '/usr/bin/etcd',
  command: ({ folder, address, port }) => [
    '/usr/bin/etcd',
    ...['--data-dir', `${folder}/data`, '--unsafe-no-fsync', '--listen-peer-urls', 'unix://localhost:0'],
    ...['--listen-client-urls', `http://${address}:${port}`, '--advertise-client-urls', `http://${address}:${port}`],
  ],
});
