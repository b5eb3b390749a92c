import { runnable } from './run.ts';

export default runnable({
  name: 'tigervnc',
  package: 'tigervnc-standalone-server',
  protocol: 'vnc',
  speaksFirst: 'server',
  version: /^003\.008$/,
  program: '/usr/bin/Xtigervnc',
  command: ({ address, port }) => [
    '/usr/bin/Xtigervnc',
    // The display number only names a lock file; no X client comes.
    `:${port % 50_000}`,
    ...['-rfbport', `${port}`, '-interface', address, '-SecurityTypes', 'None', '-geometry', '320x240', '-depth', '16'],
    ...['-nolisten', 'tcp', '-nolisten', 'local'],
  ],
});
