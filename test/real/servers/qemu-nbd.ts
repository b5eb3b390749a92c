import { runnable } from './run.ts';

export default runnable({
  name: 'qemu-nbd',
  package: 'qemu-utils',
  protocol: 'nbd',
  speaksFirst: 'server',
  program: '/usr/bin/qemu-nbd',
  files: () => ({ disk: '\0'.repeat(4096) }),
  command: ({ folder, address, port }) => [
    '/usr/bin/qemu-nbd',
    ...['-t', '-f', 'raw', '-b', address, '-p', `${port}`, '-e', '20', `${folder}/disk`],
  ],
});
