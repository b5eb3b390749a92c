import type { Recipe } from './real-server.ts';
import { runnable } from './run.ts';

/** vsftpd for anybody, with these lines more in its configuration. */
export const vsftpdRecipe = (name: string, settings: (folder: string) => readonly string[] = () => []): Recipe => ({
  name,
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
      ...settings(folder),
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/vsftpd', `${folder}/vsftpd.conf`],
});

export default runnable(vsftpdRecipe('vsftpd'));
