import { runnable } from './run.ts';

/** It knows no port but that of the service `sunrpc`, and no place for its files but /run: both are its own in a namespace. */
export default runnable({
  name: 'rpcbind',
  package: 'rpcbind',
  protocol: 'rpc',
  speaksFirst: 'client',
  user: 'root',
  program: '/usr/sbin/rpcbind',
  files: ({ port }) => ({ services: `sunrpc ${port}/tcp portmapper\nsunrpc ${port}/udp portmapper\n` }),
  command: ({ folder }) => [
    ...['unshare', '--mount', 'sh', '-c'],
    'mount --bind "$0/services" /etc/services && mount -t tmpfs run /run && exec /usr/sbin/rpcbind -f',
    folder,
  ],
});
