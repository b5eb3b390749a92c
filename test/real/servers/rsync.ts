import { runnable } from './run.ts';

export default runnable({
  name: 'rsync',
  package: 'rsync',
  protocol: 'rsync',
  speaksFirst: 'server',
  version: /^3\d\.\d$/,
  program: '/usr/bin/rsync',
  files: ({ folder, address, port }) => ({
    'rsyncd.conf': `use chroot=no\nport=${port}\naddress=${address}\npid file=${folder}/pid\n[files]\npath=${folder}\n`,
  }),
  logs: ['log'],
  command: ({ folder }) => [
    '/usr/bin/rsync',
    '--daemon',
    '--no-detach',
    `--log-file=${folder}/log`,
    `--config=${folder}/rsyncd.conf`,
  ],
});
