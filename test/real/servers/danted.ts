import { runnable } from './run.ts';

export default runnable({
  name: 'danted',
  package: 'dante-server',
  protocol: 'socks5',
  speaksFirst: 'client',
  program: '/usr/sbin/danted',
  files: ({ address, port }) => ({
    'danted.conf': `${[
      'logoutput: stderr',
      `internal: ${address} port = ${port}`,
      `external: ${address}`,
      'socksmethod: none',
      'clientmethod: none',
      'user.unprivileged: nobody',
      'client pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }',
      'socks block { from: 0.0.0.0/0 to: 0.0.0.0/0 }',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/danted', '-f', `${folder}/danted.conf`, '-p', `${folder}/pid`],
});
