import { runnable } from './run.ts';

export default runnable({
  name: 'bird',
  package: 'bird2',
  protocol: 'bgp',
  speaksFirst: 'client',
  user: 'root',
  program: '/usr/sbin/bird',
  files: ({ address, port }) => ({
    'bird.conf': `${[
      'router id 192.0.2.1;',
      'log stderr all;',
      'protocol bgp neighbour {',
      `  local ${address} port ${port} as 65000;`,
      `  neighbor 127.0.0.1 port 1 as 65001;`,
      '  passive; multihop; strict bind; ipv4 { import none; export none; };',
      '}',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => [
    '/usr/sbin/bird',
    ...['-f', '-c', `${folder}/bird.conf`, '-s', `${folder}/control`, '-P', `${folder}/pid`],
  ],
});
