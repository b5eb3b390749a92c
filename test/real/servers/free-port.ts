import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that the kernel gives to clients, so that no connection of somebody else's sits on one meanwhile. */
const [FROM, TO] = [12_000, 32_000] as const;

/** A port nobody has, nor the two below it: some servers want a second and a third. */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(FROM, TO);
    if ((await isFree(port)) && (await isFree(port - 1)) && (await isFree(port - 2))) return port;
  }
  throw new Error('no free port');
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
