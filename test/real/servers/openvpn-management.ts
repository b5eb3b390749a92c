import { runnable } from './run.ts';

export default runnable({
  name: 'openvpn-management',
  package: 'openvpn',
  protocol: 'openvpn-management',
  speaksFirst: 'server',
  version: /^\d+$/,
  program: '/usr/sbin/openvpn',
  command: ({ address, port }) => [
    '/usr/sbin/openvpn',
    ...['--dev', 'null', '--ifconfig-noexec', '--verb', '3', '--remote', '127.0.0.1', '--lport', '0'],
    ...['--management', address, `${port}`, '--management-hold', '--auth', 'none', '--cipher', 'none'],
  ],
});
