import { runnable } from './run.ts';

export default runnable({
  name: 'varnish-cli',
  package: 'varnish',
  protocol: 'varnish-cli',
  speaksFirst: 'server',
  version: /^varnish-7\.1/,
  program: '/usr/sbin/varnishd',
  // Without a secret file the CLI greets with 200 at once and asks for no password.
  command: ({ folder, address, port }) => [
    '/usr/sbin/varnishd',
    ...['-F', '-j', 'none', '-n', `${folder}/work`, '-T', `${address}:${port}`, '-S', 'none'],
    ...['-a', `${folder}/http.sock`, '-b', 'none', '-s', 'malloc,10m'],
  ],
});
