import { posix } from 'node:path';
import type { Recipe } from './real-server.ts';

/** Postfix with these lines of master.cf besides the daemons that every service needs. Its master insists on being root. */
export const postfix = (
  name: string,
  services: (port: number) => readonly string[],
  settings: readonly string[] = [],
): Recipe => ({
  name,
  package: 'postfix',
  protocol: 'smtp',
  speaksFirst: 'server',
  version: /^Postfix$/,
  user: 'root',
  program: '/usr/lib/postfix/sbin/master',
  logs: ['log'],
  files: ({ folder, address, port }) => ({
    log: '',
    'conf/main.cf': `${[
      'compatibility_level = 3.6',
      'myhostname = mail.example.org',
      'mydestination = localhost',
      `inet_interfaces = ${address}`,
      'inet_protocols = ipv4',
      `queue_directory = ${folder}/queue`,
      `data_directory = ${folder}/data`,
      'alias_maps =',
      'local_recipient_maps =',
      `maillog_file = ${folder}/log`,
      `maillog_file_prefixes = ${posix.dirname(folder)}`,
      ...settings,
    ].join('\n')}\n`,
    'conf/master.cf': `${[...services(port), ...DAEMONS].join('\n')}\n`,
  }),
  before: ({ folder }) => [
    ['sh', '-c', `mkdir -p '${folder}/queue' '${folder}/data' && chown postfix '${folder}/data'`],
    ['postfix', '-c', `${folder}/conf`, 'check'],
  ],
  command: ({ folder }) => ['/usr/lib/postfix/sbin/master', '-c', `${folder}/conf`, '-d'],
});

const DAEMONS = [
  'postlog unix-dgram n - n - 1 postlogd',
  'rewrite unix - - n - - trivial-rewrite',
  'cleanup unix n - n - 0 cleanup',
  'proxymap unix - - n - - proxymap',
  'tlsmgr unix - - n 1000? 1 tlsmgr',
  'anvil unix - - n - 1 anvil',
  'defer unix - - n - 0 bounce',
  'bounce unix - - n - 0 bounce',
];
