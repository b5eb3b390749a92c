import { runnable } from './run.ts';

const FOLDERS = ['lock directory', 'state directory', 'cache directory', 'pid directory', 'private dir', 'ncalrpc dir'];

export default runnable({
  name: 'smbd',
  package: 'samba',
  protocol: 'smb',
  speaksFirst: 'client',
  user: 'root',
  program: '/usr/sbin/smbd',
  files: ({ folder, address }) => ({
    'state/.keep': '',
    'smb.conf': `${[
      '[global]',
      `interfaces = ${address}`,
      'bind interfaces only = yes',
      'disable netbios = yes',
      'server role = standalone server',
      'load printers = no',
      ...FOLDERS.map((name) => `${name} = ${folder}/state`),
    ].join('\n')}\n`,
  }),
  command: ({ folder, port }) => [
    '/usr/sbin/smbd',
    ...['-F', '--no-process-group', '--debug-stdout', '-s', `${folder}/smb.conf`, '-p', `${port}`],
  ],
});
