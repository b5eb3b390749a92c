import { runnable } from './run.ts';

/** Apache Derby's network server speaks DRDA, as DB2 does. */
export default runnable({
  name: 'derby',
  package: 'libderby-java',
  protocol: 'db2',
  speaksFirst: 'client',
  program: '/usr/share/java/derbynet.jar',
  command: ({ folder, address, port }) => [
    '/usr/bin/java',
    ...['-cp', '/usr/share/java/*', `-Dderby.system.home=${folder}`, 'org.apache.derby.drda.NetworkServerControl'],
    ...['start', '-h', address, '-p', `${port}`, '-noSecurityManager'],
  ],
});
