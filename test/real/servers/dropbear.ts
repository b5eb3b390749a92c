import { runnable } from './run.ts';

export default runnable({
  name: 'dropbear',
  package: 'dropbear-bin',
  protocol: 'ssh',
  speaksFirst: 'server',
  version: /^dropbear_\d+\.\d+/,
  program: '/usr/sbin/dropbear',
  before: ({ folder }) => [['dropbearkey', '-t', 'ed25519', '-f', `${folder}/key`]],
  command: ({ folder, address, port }) => [
    '/usr/sbin/dropbear',
    ...['-F', '-E', '-r', `${folder}/key`, '-p', `${address}:${port}`, '-P', `${folder}/pid`],
  ],
});
