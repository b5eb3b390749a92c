import { runnable } from './run.ts';

/** The terminal of a router daemon. */
export default runnable({
  name: 'frr-zebra',
  package: 'frr',
  protocol: 'telnet',
  speaksFirst: 'server',
  program: '/usr/lib/frr/zebra',
  user: 'root',
  files: () => ({ 'zebra.conf': 'hostname router\npassword none\n' }),
  before: ({ folder }) => [['chown', '-R', 'frr:frr', folder]],
  command: ({ folder, address, port }) => [
    '/usr/lib/frr/zebra',
    ...['-f', `${folder}/zebra.conf`, '-i', `${folder}/pid`, '-z', `${folder}/zserv`, '--vty_socket', folder],
    ...['-A', address, '-P', `${port}`, '-u', 'frr', '-g', 'frr', '--log', 'stdout'],
  ],
});
