import { runnable } from './run.ts';

/** LibVNCServer, with noise for a screen. */
export default runnable({
  name: 'x11vnc',
  package: 'x11vnc',
  protocol: 'vnc',
  speaksFirst: 'server',
  version: /^003\.008$/,
  program: '/usr/bin/x11vnc',
  command: ({ address, port }) => [
    '/usr/bin/x11vnc',
    ...['-rawfb', 'rand', '-listen', address, '-rfbport', `${port}`, '-no6', '-forever', '-shared', '-nopw'],
  ],
});
