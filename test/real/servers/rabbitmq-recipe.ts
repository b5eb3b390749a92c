import type { Place, RealServer } from './real-server.ts';
import { runnable } from './run.ts';

interface Service {
  readonly name: string;
  readonly protocol: string;
  readonly version?: RegExp;
  readonly plugin: string;
  /** The lines of its configuration that say where to listen. */
  readonly listeners: (place: Place) => readonly string[];
}

/** RabbitMQ with one of its protocols. */
export const rabbitmq = ({ plugin, listeners, ...known }: Service): RealServer =>
  runnable({
    ...known,
    package: 'rabbitmq-server',
    speaksFirst: 'client',
    program: '/usr/lib/rabbitmq/bin/rabbitmq-server',
    readyMs: 90_000,
    files: (place) => ({ 'rabbitmq.conf': `${listeners(place).join('\n')}\n`, plugins: `[${plugin}].\n` }),
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
