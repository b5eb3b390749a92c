import { runnable } from './run.ts';

/** The RMI registry of a Java virtual machine that can be managed; keytool stays because it waits on its standard input. */
export default runnable({
  name: 'jmx',
  package: 'default-jre-headless',
  protocol: 'java-rmi',
  speaksFirst: 'client',
  program: '/usr/bin/keytool',
  command: ({ address, port }) => [
    '/bin/sh',
    '-c',
    `tail -f /dev/null | keytool -printcert ${[
      `-J-Dcom.sun.management.jmxremote.port=${port}`,
      `-J-Dcom.sun.management.jmxremote.host=${address}`,
      '-J-Dcom.sun.management.jmxremote.authenticate=false',
      '-J-Dcom.sun.management.jmxremote.ssl=false',
    ].join(' ')}`,
  ],
});
