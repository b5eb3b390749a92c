import { runnable } from './run.ts';

export default runnable({
  name: 'ser2net',
  package: 'ser2net',
  protocol: 'telnet',
  speaksFirst: 'server',
  program: '/usr/sbin/ser2net',
  files: ({ address, port }) => ({
    'ser2net.yaml': `%YAML 1.1\n---\nconnection: &one\n  accepter: telnet(rfc2217),tcp,${address},${port}\n  connector: echo\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/ser2net', '-n', '-c', `${folder}/ser2net.yaml`],
});
