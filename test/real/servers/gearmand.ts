import { runnable } from './run.ts';

export default runnable({
  name: 'gearmand',
  package: 'gearman-job-server',
  protocol: 'gearman',
  speaksFirst: 'client',
  version: /^1\.1\.\d+/,
  program: '/usr/sbin/gearmand',
  command: ({ address, port }) => ['/usr/sbin/gearmand', '-L', address, '-p', `${port}`, '--log-file=stderr'],
});
