import { runnable } from './run.ts';

export default runnable({
  name: 'inspircd',
  package: 'inspircd',
  protocol: 'irc',
  speaksFirst: 'server',
  program: '/usr/sbin/inspircd',
  files: ({ folder, address, port }) => ({
    'inspircd.conf': `${[
      `<server name="irc.example.org" description="test" network="Test" id="001">`,
      '<admin name="test" nick="test" email="test@example.org">',
      `<bind address="${address}" port="${port}" type="clients">`,
      '<connect allow="*" timeout="60" resolvehostnames="yes">',
      `<path configdir="${folder}" datadir="${folder}" logdir="${folder}" runtimedir="${folder}" moduledir="/usr/lib/inspircd/modules">`,
      `<pid file="${folder}/pid">`,
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/inspircd', '--nofork', '--runasroot', `--config=${folder}/inspircd.conf`],
});
