import { runnable } from './run.ts';

export default runnable({
  name: 'prosody',
  package: 'prosody',
  protocol: 'xmpp',
  speaksFirst: 'client',
  program: '/usr/bin/prosody',
  files: ({ folder, address, port }) => ({
    'prosody.cfg.lua': `${[
      'daemonize = false',
      `pidfile = "${folder}/pid"`,
      `data_path = "${folder}"`,
      `interfaces = { "${address}" }`,
      `c2s_ports = { ${port} }`,
      's2s_ports = { }',
      'modules_disabled = { "s2s" }',
      'c2s_require_encryption = false',
      'log = { info = "*console" }',
      'VirtualHost "localhost"',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/bin/prosody', '-F', '--config', `${folder}/prosody.cfg.lua`],
});
