import { runnable } from './run.ts';

export default runnable({
  name: 'varnish-cli-secret',
  package: 'varnish',
  protocol: 'varnish-cli',
  speaksFirst: 'server',
  program: '/usr/sbin/varnishd',
  files: () => ({ secret: 'not a secret\n' }),
  command: ({ folder, address, port }) => [
    '/usr/sbin/varnishd',
    ...['-F', '-j', 'none', '-n', `${folder}/work`, '-T', `${address}:${port}`, '-S', `${folder}/secret`],
    ...['-a', `${folder}/http.sock`, '-b', 'none', '-s', 'malloc,10m'],
  ],
});
