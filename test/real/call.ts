import { connect } from 'node:net';

/** What one connection brought. Bytes are latin1. */
export interface Answer {
  readonly received: string;
  /** From the connect event to the first byte; null where none came. */
  readonly firstByteMs: number | null;
  readonly end: 'open' | 'fin' | 'reset';
  /** When it ended, or was given up. */
  readonly endMs: number;
}

export interface Call {
  readonly port: number;
  readonly say?: string;
  /** Stay silent for so long before saying it. */
  readonly afterMs?: number;
  readonly waitMs: number;
  /** Hang up as soon as so many bytes have come. */
  readonly enough?: number;
}

/** One plain connection to loopback, without anything of deadair in it: what the proxies' own tests rest on. */
export const call = (wanted: Call): Promise<Answer> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: wanted.port, allowHalfOpen: true, noDelay: true });
    let received = '';
    let openedAt = performance.now();
    let firstByteMs: number | null = null;
    let speak: NodeJS.Timeout | undefined;
    const since = () => performance.now() - openedAt;
    const finish = (end: Answer['end']) => {
      clearTimeout(deadline);
      clearTimeout(speak);
      resolve({ received, firstByteMs, end, endMs: since() });
      socket.destroy();
    };
    const deadline = setTimeout(() => finish('open'), wanted.waitMs);
    socket.on('connect', () => {
      openedAt = performance.now();
      const say = () => wanted.say && socket.write(wanted.say, 'latin1');
      if (wanted.afterMs) speak = setTimeout(say, wanted.afterMs);
      else say();
    });
    socket.on('data', (chunk: Buffer) => {
      firstByteMs ??= since();
      received += chunk.toString('latin1');
      if (received.length >= (wanted.enough ?? Number.POSITIVE_INFINITY)) finish('open');
    });
    socket.on('end', () => finish('fin'));
    socket.on('error', () => finish('reset'));
  });
