import { runnable } from './run.ts';

export default runnable({
  name: 'slapd',
  package: 'slapd',
  protocol: 'ldap',
  speaksFirst: 'client',
  program: '/usr/sbin/slapd',
  files: ({ folder }) => ({ 'slapd.conf': `include /etc/ldap/schema/core.schema\npidfile ${folder}/pid\n` }),
  command: ({ folder, address, port }) => [
    '/usr/sbin/slapd',
    ...['-d', '0', '-h', `ldap://${address}:${port}`, '-f', `${folder}/slapd.conf`],
  ],
});
