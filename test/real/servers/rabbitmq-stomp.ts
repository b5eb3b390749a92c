import { rabbitmq } from './rabbitmq-recipe.ts';

export default rabbitmq({
  name: 'rabbitmq-stomp',
  protocol: 'stomp',
  plugin: 'rabbitmq_stomp',
  listeners: ({ address, port }) => ['listeners.tcp = none', `stomp.listeners.tcp.1 = ${address}:${port}`],
});
