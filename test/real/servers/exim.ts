import type { RealServer, Recipe } from './real-server.ts';
import { runnable } from './run.ts';
import { unpacked } from './unpacked.ts';

const program = unpacked('exim4-daemon-light', 'usr/sbin/exim4');

/** Exim that lets clients wait before it greets, as sites have it that catch early talkers. */
export const eximThatWaits = (delay: string): RealServer => runnable(recipe(delay));

const recipe = (delay: string): Recipe => ({
  name: 'exim',
  package: 'exim4-daemon-light',
  protocol: 'smtp',
  speaksFirst: 'server',
  version: /^Exim 4\.96/,
  user: 'root',
  program,
  logs: ['mainlog', 'paniclog'],
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
      `  accept delay = ${delay}`,
    ].join('\n')}\n`,
  }),
  before: ({ folder }) => [['chown', 'nobody:nogroup', folder]],
  command: ({ folder }) => [program, '-bdf', '-C', `${folder}/exim.conf`],
});

export default eximThatWaits('1s');
