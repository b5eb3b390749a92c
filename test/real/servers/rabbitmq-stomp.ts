import { runnable } from './run.ts';

export default runnable({
  name: 'rabbitmq-stomp',
  package: 'rabbitmq-server',
  protocol: 'stomp',
  speaksFirst: 'client',
  program: '/usr/lib/rabbitmq/bin/rabbitmq-server',
  readyMs: 90_000,
  files: ({ address, port }) => ({
    'rabbitmq.conf': `listeners.tcp = none\nstomp.listeners.tcp.1 = ${address}:${port}\n`,
    plugins: '[rabbitmq_stomp].\n',
  }),
  environment: ({ folder, port }) => ({
    RABBITMQ_NODENAME: `deadair${port}@localhost`,
    RABBITMQ_CONFIG_FILE: `${folder}/rabbitmq.conf`,
    RABBITMQ_ENABLED_PLUGINS_FILE: `${folder}/plugins`,
    RABBITMQ_MNESIA_BASE: folder,
    RABBITMQ_LOG_BASE: folder,
    RABBITMQ_LOGS: '-',
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_EPMD_PORT: `${port - 1}`,
    RABBITMQ_DIST_PORT: `${port - 2}`,
  }),
  // Its port mapper in the same group of processes, or it would outlive the broker.
  command: () => [
    '/bin/sh',
    '-c',
    'epmd & until epmd -names >/dev/null 2>&1; do sleep 0.05; done; exec /usr/lib/rabbitmq/bin/rabbitmq-server',
  ],
});
