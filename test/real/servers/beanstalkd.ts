import { runnable } from './run.ts';

export default runnable({
  name: 'beanstalkd',
  package: 'beanstalkd',
  protocol: 'beanstalkd',
  speaksFirst: 'client',
  program: '/usr/bin/beanstalkd',
  command: ({ address, port }) => ['/usr/bin/beanstalkd', '-l', address, '-p', `${port}`],
});
