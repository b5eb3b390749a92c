import { runnable } from './run.ts';

export default runnable({
  name: 'gpsd',
  package: 'gpsd',
  protocol: 'gpsd',
  speaksFirst: 'server',
  version: /^3\.\d+/,
  program: '/usr/sbin/gpsd',
  command: ({ folder, port }) => ['/usr/sbin/gpsd', '-N', '-S', `${port}`, '-F', `${folder}/sock`, '-D', '2'],
});
