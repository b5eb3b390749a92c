import { connect } from 'node:net';
import type { Place, Recipe } from './real-server.ts';

const DEFAULT_READY_MS = 20_000;
/** Some let clients wait before they greet. */
const GREETING_MAX_MS = 10_000;

/** Waits until the server takes connections and, where it speaks first, has spoken. */
export const ready = async (place: Place, recipe: Recipe, hasEnded: () => boolean): Promise<void> => {
  const deadline = performance.now() + (recipe.readyMs ?? DEFAULT_READY_MS);
  while (performance.now() < deadline) {
    if (hasEnded()) throw new Error('it ended before it was ready');
    if (await answers(place, recipe.speaksFirst === 'server')) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it was not ready in time');
};

const answers = (place: Place, mustSpeak: boolean): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: place.address, port: place.port });
    const done = (answer: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => done(false), GREETING_MAX_MS);
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
    socket.once(mustSpeak ? 'data' : 'connect', () => done(true));
  });
