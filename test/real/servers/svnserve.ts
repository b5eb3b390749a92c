import { runnable } from './run.ts';

export default runnable({
  name: 'svnserve',
  package: 'subversion',
  protocol: 'svn',
  speaksFirst: 'server',
  program: '/usr/bin/svnserve',
  command: ({ folder, address, port }) => [
    '/usr/bin/svnserve',
    ...['-d', '--foreground', '--listen-host', address, '--listen-port', `${port}`, '-r', folder],
  ],
});
