import { runnable } from './run.ts';

export default runnable({
  name: 'named',
  package: 'bind9',
  protocol: 'dns',
  speaksFirst: 'client',
  version: /^9\.\d+\.\d+/,
  program: '/usr/sbin/named',
  files: ({ folder, address, port }) => ({
    'named.conf': `${[
      'options {',
      `  directory "${folder}"; pid-file "${folder}/pid"; session-keyfile "${folder}/key"; managed-keys-directory "${folder}";`,
      `  listen-on port ${port} { ${address}; }; listen-on-v6 { none; };`,
      '  recursion no; dnssec-validation no;',
      '};',
      'controls { };',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/named', '-g', '-n', '1', '-c', `${folder}/named.conf`],
});
