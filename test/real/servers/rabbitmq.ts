import { rabbitmq } from './rabbitmq-recipe.ts';

export default rabbitmq({
  name: 'rabbitmq',
  protocol: 'amqp',
  version: /^3\.\d+\.\d+/,
  plugin: 'rabbitmq_amqp1_0',
  listeners: ({ address, port }) => [`listeners.tcp.1 = ${address}:${port}`],
});
