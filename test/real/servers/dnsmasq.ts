import { runnable } from './run.ts';

export default runnable({
  name: 'dnsmasq',
  package: 'dnsmasq-base',
  protocol: 'dns',
  speaksFirst: 'client',
  version: /^dnsmasq-\d/,
  program: '/usr/sbin/dnsmasq',
  command: ({ folder, address, port }) => [
    '/usr/sbin/dnsmasq',
    ...['-k', '--conf-file=/dev/null', '--no-resolv', '--no-hosts', '--bind-interfaces', '--user=nobody'],
    ...[`--listen-address=${address}`, `--port=${port}`, `--pid-file=${folder}/pid`],
  ],
});
