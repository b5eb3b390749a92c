import { runnable } from './run.ts';

export default runnable({
  name: 'zabbix-agent',
  package: 'zabbix-agent',
  protocol: 'zabbix',
  speaksFirst: 'client',
  version: /^6\.\d+\.\d+/,
  program: '/usr/sbin/zabbix_agentd',
  files: ({ folder, address, port }) => ({
    'agent.conf': `${[
      'LogType=console',
      `PidFile=${folder}/pid`,
      'Hostname=test',
      // Whom it talks to; to all others it closes without a word.
      'Server=127.0.0.1',
      `ListenIP=${address}`,
      `ListenPort=${port}`,
      'StartAgents=3',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/zabbix_agentd', '-f', '-c', `${folder}/agent.conf`],
});
