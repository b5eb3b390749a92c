import { runnable } from './run.ts';
import { unpacked } from './unpacked.ts';

const program = unpacked('proftpd-core', 'usr/sbin/proftpd');

export default runnable({
  name: 'proftpd',
  package: 'proftpd-core',
  protocol: 'ftp',
  speaksFirst: 'server',
  version: /^ProFTPD/,
  program,
  files: ({ folder, address, port }) => ({
    'proftpd.conf': `${[
      'ServerType standalone',
      'DefaultServer on',
      `DefaultAddress ${address}`,
      `Port ${port}`,
      'User nobody',
      'Group nogroup',
      'AuthPAM off',
      'UseIPv6 off',
      'WtmpLog off',
      'UseReverseDNS off',
      `PidFile ${folder}/pid`,
      `ScoreboardFile ${folder}/score`,
      `DelayTable none`,
      'ServerName "test"',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => [program, '-n', '-c', `${folder}/proftpd.conf`],
});
