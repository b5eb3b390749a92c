import { runnable } from './run.ts';

export default runnable({
  name: 'qemu-qmp',
  package: 'qemu-system-common',
  protocol: 'qmp',
  speaksFirst: 'server',
  version: /7\.2/,
  program: '/usr/bin/qemu-storage-daemon',
  command: ({ address, port }) => [
    '/usr/bin/qemu-storage-daemon',
    ...['--chardev', `socket,id=c,host=${address},port=${port},server=on,wait=off`, '--monitor', 'chardev=c'],
  ],
});
