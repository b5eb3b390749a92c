import { runnable } from './run.ts';

export default runnable({
  name: 'opendkim',
  package: 'opendkim',
  protocol: 'milter',
  speaksFirst: 'client',
  program: '/usr/sbin/opendkim',
  files: () => ({ 'opendkim.conf': 'Mode v\nSyslog no\n' }),
  command: ({ folder, address, port }) => [
    '/usr/sbin/opendkim',
    ...['-f', '-x', `${folder}/opendkim.conf`, '-p', `inet:${port}@${address}`],
  ],
});
