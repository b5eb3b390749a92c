import { runnable } from './run.ts';

export default runnable({
  name: 'gmond',
  package: 'ganglia-monitor',
  protocol: 'ganglia',
  speaksFirst: 'server',
  version: /^3\.7/,
  program: '/usr/sbin/gmond',
  files: ({ address, port }) => ({
    'gmond.conf': `${[
      'globals { daemonize = no setuid = no mute = no deaf = no }',
      'cluster { name = "test" owner = "test" latlong = "x" url = "x" }',
      'host { location = "x" }',
      `udp_send_channel { host = ${address} port = ${port} }`,
      `udp_recv_channel { port = ${port} bind = ${address} }`,
      `tcp_accept_channel { port = ${port} bind = ${address} }`,
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/gmond', '-f', '-c', `${folder}/gmond.conf`],
});
