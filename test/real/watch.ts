import type { Dial, World } from '../../src/net/world.ts';

/** What one connection brought, in a word that does not depend on time: comparable between a real and a simulated world. */
export const watch = (world: World, dial: Dial, say: string, waitMs: number): Promise<string> =>
  new Promise((resolve) => {
    let received = '';
    let secured: string | null = null;
    const finish = (end: string) => {
      stop();
      wire.destroy();
      resolve(secured ?? wordFor(received, end));
    };
    const stop = world.after(waitMs, () => finish('open'));
    const wire = world.connect(dial, {
      opened: () => say !== '' && wire.send(say),
      received: (bytes) => {
        received += bytes;
        if (/^220 .*\n|^HTTP\/1\.1 .*\r\n\r\n/s.test(received)) finish('open');
      },
      secured: ({ alpn, certificate }) => {
        secured = `secured ${alpn ?? 'no alpn'} ${certificate?.uris.join() ?? 'no certificate'}`;
        finish('open');
      },
      ended: () => finish('fin'),
      failed: ({ code }) => finish(code === 'ECONNRESET' ? 'reset' : code.startsWith('ERR_SSL') ? 'no tls' : code),
    });
  });

const wordFor = (received: string, end: string): string => {
  if (received.startsWith('220 ')) return 'greeting';
  const status = /^HTTP\/1\.1 (\d+)/.exec(received)?.[1];
  const signed = /\r\nserver: istio-envoy\r\n/.test(received) ? ' istio-envoy' : '';
  if (status !== undefined) return `http ${status}${signed}`;
  return received === '' ? end : `other bytes, ${end}`;
};
