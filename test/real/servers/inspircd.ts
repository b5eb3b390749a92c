import type { Recipe } from './real-server.ts';
import { runnable } from './run.ts';

interface Changes {
  /** What the tag of its port says more. */
  readonly bind: string;
  readonly more: readonly string[];
}

const NONE: Changes = { bind: '', more: [] };

/** InspIRCd for anybody, so changed. */
export const inspircdRecipe = (name: string, changes: (folder: string) => Changes = () => NONE): Recipe => ({
  name,
  package: 'inspircd',
  protocol: 'irc',
  speaksFirst: 'server',
  program: '/usr/sbin/inspircd',
  files: ({ folder, address, port }) => ({
    'inspircd.conf': `${[
      `<server name="irc.example.org" description="test" network="Test" id="001">`,
      '<admin name="test" nick="test" email="test@example.org">',
      `<bind address="${address}" port="${port}" type="clients"${changes(folder).bind}>`,
      ...changes(folder).more,
      '<connect allow="*" timeout="60" resolvehostnames="yes">',
      `<path configdir="${folder}" datadir="${folder}" logdir="${folder}" runtimedir="${folder}" moduledir="/usr/lib/inspircd/modules">`,
      `<pid file="${folder}/pid">`,
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/inspircd', '--nofork', '--runasroot', `--config=${folder}/inspircd.conf`],
});

export default runnable(inspircdRecipe('inspircd'));
