import { runnable } from './run.ts';

export default runnable({
  name: 'smtp-sink',
  package: 'postfix',
  protocol: 'smtp',
  speaksFirst: 'server',
  program: '/usr/sbin/smtp-sink',
  command: ({ address, port }) => ['/usr/sbin/smtp-sink', '-v', '-h', 'mail.example', `${address}:${port}`, '100'],
});
