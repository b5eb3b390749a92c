import { runnable } from './run.ts';

export default runnable({
  name: 'zookeeper',
  package: 'zookeeper',
  protocol: 'zookeeper',
  speaksFirst: 'client',
  program: '/usr/share/java/zookeeper.jar',
  files: ({ folder, address, port }) => ({
    'zoo.cfg': `dataDir=${folder}\nclientPort=${port}\nclientPortAddress=${address}\nadmin.enableServer=false\n`,
  }),
  command: ({ folder }) => [
    '/usr/bin/java',
    ...['-cp', '/etc/zookeeper/conf:/usr/share/java/*', 'org.apache.zookeeper.server.quorum.QuorumPeerMain'],
    `${folder}/zoo.cfg`,
  ],
});
