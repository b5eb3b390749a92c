import { runnable } from './run.ts';

/** Display 0 is on this port, and every other one so much above it. */
const FIRST_PORT = 6_000;

export default runnable({
  name: 'xvfb',
  package: 'xvfb',
  protocol: 'x11',
  speaksFirst: 'client',
  program: '/usr/bin/Xvfb',
  command: ({ port }) => [
    '/usr/bin/Xvfb',
    `:${port - FIRST_PORT}`,
    ...['-listen', 'tcp', '-nolisten', 'unix', '-nolisten', 'local', '-screen', '0', '320x240x16'],
  ],
});
