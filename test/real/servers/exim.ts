import { runnable } from './run.ts';
import { unpacked } from './unpacked.ts';

const program = unpacked('exim4-daemon-light', 'usr/sbin/exim4');

/** Exim with a connect delay of a second, as sites have it that catch early talkers. */
export default runnable({
  name: 'exim',
  package: 'exim4-daemon-light',
  protocol: 'smtp',
  speaksFirst: 'server',
  version: /^Exim 4\.96/,
  user: 'root',
  program,
  files: ({ folder, address, port }) => ({
    'exim.conf': `${[
      'primary_hostname = mail.example.org',
      `spool_directory = ${folder}/spool`,
      `log_file_path = ${folder}/%slog`,
      `pid_file_path = ${folder}/pid`,
      `local_interfaces = <; ${address}`,
      `daemon_smtp_ports = ${port}`,
      'exim_user = nobody',
      'exim_group = nogroup',
      'keep_environment =',
      'never_users =',
      'rfc1413_hosts =',
      'host_lookup =',
      'tls_advertise_hosts =',
      'pipelining_connect_advertise_hosts =',
      'acl_smtp_connect = connect',
      'begin acl',
      'connect:',
      '  accept delay = 1s',
    ].join('\n')}\n`,
  }),
  before: ({ folder }) => [['chown', 'nobody:nogroup', folder]],
  command: ({ folder }) => [program, '-bdf', '-C', `${folder}/exim.conf`],
});
