import { runnable } from './run.ts';

export default runnable({
  name: 'vsftpd',
  package: 'vsftpd',
  protocol: 'ftp',
  speaksFirst: 'server',
  version: /^vsFTPd \d+\.\d+\.\d+$/,
  program: '/usr/sbin/vsftpd',
  files: ({ folder, address, port }) => ({
    'empty/.keep': '',
    'vsftpd.conf': `${[
      'listen=YES',
      `listen_address=${address}`,
      `listen_port=${port}`,
      'background=NO',
      'run_as_launching_user=YES',
      'anonymous_enable=YES',
      'local_enable=NO',
      `anon_root=${folder}/empty`,
      `secure_chroot_dir=${folder}/empty`,
      'seccomp_sandbox=NO',
      'xferlog_enable=NO',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/vsftpd', `${folder}/vsftpd.conf`],
});
