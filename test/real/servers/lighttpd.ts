import { runnable } from './run.ts';

export default runnable({
  name: 'lighttpd',
  package: 'lighttpd',
  protocol: 'http',
  speaksFirst: 'client',
  version: /^lighttpd\/1\./,
  program: '/usr/sbin/lighttpd',
  files: ({ folder, address, port }) => ({
    'lighttpd.conf': `server.port = ${port}\nserver.bind = "${address}"\nserver.document-root = "${folder}"\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/lighttpd', '-D', '-f', `${folder}/lighttpd.conf`],
});
