import { createServer } from 'node:http';
import type { Socket } from 'node:net';

/** What an application does with one accepted connection. Bytes are latin1. */
export type Peer = (socket: Socket) => void;

/** The applications that stand behind the proxies. `dead` is a port where nothing listens. */
export const PEER_NAMES = [
  'smtp',
  'unknown',
  'slow',
  'http',
  'redis',
  'constant',
  'hesitant',
  'binary',
  'silent',
  'closing',
  'resetting',
  'dead',
] as const;

export type PeerName = (typeof PEER_NAMES)[number];

/** How long the hesitant server thinks before each of its answers. */
const HESITATION_MS = 250;

/** How late the slow server greets. */
const SLOW_GREETING_MS = 3_000;

export const SMTP_GREETING = '220 mail.example.test ESMTP deadair-lab\r\n';
/** Of a protocol that no catalogue has. */
const UNKNOWN_GREETING = 'ZORK/7 ready for commands, session 4711\r\n';

/** Like a server that looks up its client's name first: it reads nothing before it has greeted. */
const smtp = (greetAfterMs: number): Peer => {
  return (socket) => {
    const greeted = say(socket, SMTP_GREETING, greetAfterMs);
    onLine(socket, greeted, (line) => {
      if (/^(EHLO|HELO)/i.test(line)) return socket.write('250 mail.example.test\r\n', 'latin1');
      if (/^QUIT/i.test(line)) return socket.end('221 2.0.0 Bye\r\n', 'latin1');
      return socket.write('500 5.5.2 Error: command not recognized\r\n', 'latin1');
    });
  };
};

/** Each by name, as code: the whole of what it does. */
export const PEERS: { readonly [P in Exclude<PeerName, 'dead'>]: Peer } = {
  smtp: smtp(0),
  slow: smtp(SLOW_GREETING_MS),
  unknown: (socket) => {
    const greeted = say(socket, UNKNOWN_GREETING, 0);
    onLine(socket, greeted, () => socket.write('ZORK what?\r\n', 'latin1'));
  },
  http: (socket) => {
    web.emit('connection', socket);
  },
  redis: (socket) => {
    onLine(socket, Promise.resolve(), (line) => {
      if (/^(\*|\$|$)/.test(line)) return;
      const word = line.trim().toUpperCase();
      if (word === 'QUIT') return socket.end('+OK\r\n', 'latin1');
      return socket.write(word === 'PING' ? '+PONG\r\n' : `-ERR unknown command '${word.slice(0, 20)}'\r\n`, 'latin1');
    });
  },
  constant: (socket) => {
    socket.on('data', () => socket.write('\x05\x00\x00\x00BUSY!', 'latin1'));
  },
  hesitant: (socket) => {
    socket.on('data', () => void say(socket, '\x05\x00\x00\x00LATER', HESITATION_MS));
  },
  binary: (socket) => {
    const read = gather(socket);
    socket.on('data', () => {
      // Only a whole message with its magic number is answered; anything else is waited out in silence.
      if (read().startsWith('\x00\x00\x00\x0cBLP1PING')) socket.write('\x00\x00\x00\x0cBLP1PONG', 'latin1');
    });
  },
  silent: (socket) => {
    socket.resume();
  },
  closing: (socket) => {
    socket.end();
  },
  resetting: (socket) => {
    socket.resetAndDestroy();
  },
};

const web = createServer((_request, response) => {
  response.writeHead(200, { server: 'deadair-lab', 'content-type': 'text/plain' }).end('hello\n');
});
// Node would answer 408 by itself to a client that stays silent, which is not what most servers do within seconds.
web.headersTimeout = 120_000;

/** Settles when it is said; never, when the client has gone before. */
const say = (socket: Socket, bytes: string, afterMs: number): Promise<void> =>
  new Promise((resolve) => {
    const speak = () => {
      socket.write(bytes, 'latin1');
      resolve();
    };
    if (afterMs === 0) return speak();
    const timer = setTimeout(speak, afterMs);
    socket.once('close', () => clearTimeout(timer));
  });

const gather = (socket: Socket): (() => string) => {
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
  });
  return () => text;
};

/** Answers line by line, from the moment that `ready` settles. */
const onLine = (socket: Socket, ready: Promise<void>, answer: (line: string) => void): void => {
  let rest = '';
  let isReady = false;
  const work = () => {
    if (!isReady) return;
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (socket.writable) answer(line);
  };
  socket.on('data', (chunk: Buffer) => {
    rest += chunk.toString('latin1');
    work();
  });
  void ready.then(() => {
    isReady = true;
    work();
  });
};
