import type { Bytes } from '../model/bytes.ts';
import { headersEnd, judgeRequest } from './http-bytes.ts';
import type { Peer } from './peer.ts';
import type { Actor, PlayApp, Side } from './side.ts';

/** How long Envoy waits for the app to accept a connection (connect_timeout as Istio sets it). */
const APP_CONNECT_TIMEOUT_MS = 10_000;

/** When Envoy stops waiting for the app's answer: its default route timeout. */
const ROUTE_TIMEOUT_MS = 15_000;

const BROKEN_OFF = 'upstream connect error or disconnect/reset before headers. reset reason: ';

/** Envoy's own answers, word for word (measured with Envoy 1.40). */
const ANSWERS = {
  nonsense: { status: '400 Bad Request', body: 'Bad Request', last: true },
  'too old': { status: '426 Upgrade Required', body: 'Upgrade Required', last: true },
  'no http': { status: '502 Bad Gateway', body: `${BROKEN_OFF}protocol error`, last: false },
  'broken off': { status: '503 Service Unavailable', body: `${BROKEN_OFF}connection termination`, last: false },
  'no app': {
    status: '503 Service Unavailable',
    body: `${BROKEN_OFF}remote connection failure, transport failure reason: delayed connect error: Connection refused`,
    last: false,
  },
  'no way': { status: '503 Service Unavailable', body: `${BROKEN_OFF}connection timeout`, last: false },
  'no answer': { status: '504 Gateway Timeout', body: 'upstream request timeout', last: false },
} as const;

/** What an HTTP server of a proxy needs to know. */
interface Post {
  readonly app: Peer;
  readonly side: Side;
  readonly playApp: PlayApp;
  /** What it says its name is. */
  readonly signature: string;
}

/** Plays Envoy's HTTP server: it answers nonsense itself, and asks the app only for a whole HTTP/1.1 request. */
export function answerAsProxy(post: Post, seen: Bytes): Actor {
  let heard = seen;
  let asked = false;
  const read = (): void => {
    const request = heard.replace(/^[\r\n]+/, '');
    const fate = judgeRequest(request);
    if (fate === 'wait' || asked) return;
    asked = true;
    if (fate === 'old') answer(post, 'too old');
    else if (fate === 'bad') answer(post, 'nonsense');
    else askApp(post, request.slice(0, headersEnd(request)));
  };
  read();
  return {
    received(bytes) {
      heard += bytes;
      read();
    },
    ended: post.side.finish,
  };
}

function answer({ side, signature }: Post, why: keyof typeof ANSWERS): void {
  const { status, body, last } = ANSWERS[why];
  const headers = [
    `HTTP/1.1 ${status}`,
    `content-length: ${body.length}`,
    'content-type: text/plain',
    `server: ${signature}`,
    ...(last ? ['connection: close'] : []),
  ];
  side.send(`${headers.join('\r\n')}\r\n\r\n${body}`);
  if (last) side.finish();
}

function askApp(post: Post, request: Bytes): void {
  const { app, side, playApp } = post;
  switch (app.kind) {
    case 'refused':
    case 'unreachable':
      answer(post, 'no app');
      break;
    case 'black-holed':
      side.after(APP_CONNECT_TIMEOUT_MS, () => answer(post, 'no way'));
      break;
    case 'server':
    case 'proxy':
    case 'replicas':
      playApp(app, appSide(post)).received(request);
      break;
    default:
      app satisfies never;
  }
}

/** The app's side of the proxy's own connection: the first thing it does is the answer, and the rest is dropped. */
function appSide(post: Post): Side {
  const { side } = post;
  let answered = false;
  const once = (say: () => void): void => {
    if (!answered) say();
    answered = true;
  };
  const fail = (why: keyof typeof ANSWERS) => () => once(() => answer(post, why));
  side.after(ROUTE_TIMEOUT_MS, fail('no answer'));
  return {
    now: side.now,
    after: (delayMs, callback) => side.after(delayMs, () => answered || callback()),
    send: (bytes) => (bytes.startsWith('HTTP/1.') ? once(() => side.send(signed(bytes, post))) : fail('no http')()),
    finish: fail('broken off'),
    reset: fail('broken off'),
    secure: fail('no http'),
  };
}

/** The app's own answer with what a proxy adds to it: only such an answer has a service time. */
function signed(response: Bytes, { signature }: Post): Bytes {
  const unsigned = response.replace(/\r\nserver:[^\r\n]*/i, '');
  return unsigned.replace('\r\n', `\r\nserver: ${signature}\r\nx-envoy-upstream-service-time: 1\r\n`);
}
