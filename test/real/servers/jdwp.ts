import { runnable } from './run.ts';

/** A Java virtual machine that can be debugged; keytool stays because it waits for a certificate on its standard input. */
export default runnable({
  name: 'jdwp',
  package: 'default-jre-headless',
  protocol: 'jdwp',
  speaksFirst: 'client',
  version: /^\d+\.\d+\.\d+/,
  program: '/usr/bin/keytool',
  command: ({ address, port }) => [
    '/bin/sh',
    '-c',
    `tail -f /dev/null | keytool -printcert \
      -J-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=${address}:${port}`,
  ],
});
