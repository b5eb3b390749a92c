import type { Bytes } from '../model/bytes.ts';
import { headersEnd, isToken } from './http-bytes.ts';
import type { FrameHeader, Reply, Talk } from './peer.ts';

/** What a server answers, and which bytes it has yet to make sense of. */
export interface Understood {
  readonly replies: readonly Reply[];
  readonly rest: Bytes;
}

/** What HTTP servers answer to what is no request; they close, as the rest cannot be trusted (RFC 9112 section 2.2). */
export const BAD_REQUEST: Bytes = 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** How a server takes the bytes that a client has sent so far. */
export function understand(talk: Talk, heard: Bytes): Understood {
  if (heard === '') return { replies: [], rest: '' };
  switch (talk.kind) {
    case 'mute':
      return { replies: [], rest: '' };
    case 'lines':
      return lines(talk, heard);
    case 'http':
      return http(talk.answer, heard);
    case 'frames':
      return frames(talk, heard);
    case 'constant':
      return { replies: [talk.reply], rest: '' };
    case 'echo':
      return { replies: [{ say: heard }], rest: '' };
    case 'hangs-up':
      return { replies: heard.length >= talk.atBytes ? [{ close: talk.how }] : [], rest: heard };
    default:
      return talk satisfies never;
  }
}

function lines(talk: Extract<Talk, { kind: 'lines' }>, heard: Bytes): Understood {
  const whole = heard.split('\n');
  const rest = whole.pop() ?? '';
  const replies = whole.map((line) => talk.answers.find(({ hear }) => hear.test(line))?.reply ?? talk.otherwise);
  return { replies, rest };
}

function http(answer: Bytes, heard: Bytes): Understood {
  const request = heard.replace(/^[\r\n]+/, '');
  if (!couldBeRequest(request)) return { replies: [{ say: BAD_REQUEST, close: 'fin' }], rest: '' };
  const end = headersEnd(request);
  return end === -1 ? { replies: [], rest: request } : { replies: [{ say: answer }], rest: request.slice(end) };
}

/** Whether this is, or may become, a request: a server turns down what cannot before it has all of it. */
function couldBeRequest(request: Bytes): boolean {
  const [line = '', ...more] = request.split('\n');
  const [method = '', target = '', version = '', ...words] = line.replace(/\r$/, '').split(' ');
  if (request !== '' && !isToken(method)) return false;
  if (target !== '' && !/^[/A-Za-z]/.test(target)) return false;
  return more.length === 0 || (words.length === 0 && target !== '' && /^HTTP\/1\.[01]$/.test(version));
}

function frames(talk: Extract<Talk, { kind: 'frames' }>, heard: Bytes): Understood {
  const { header } = talk;
  if (heard.length < header.bytes) return { replies: [], rest: heard };
  const length = frameLength(header, heard);
  const { mustBe } = header;
  const wrong = mustBe !== undefined && heard.charCodeAt(mustBe.at) !== mustBe.byte;
  if (wrong || length < header.bytes || length > header.longest) return { replies: [talk.broken], rest: '' };
  if (heard.length < length) return { replies: [], rest: heard };
  return { replies: [numbered(talk.answer, header, heard)], rest: heard.slice(length) };
}

function numbered(answer: Reply, { repeats }: FrameHeader, question: Bytes): Reply {
  if (repeats === undefined || answer.say === undefined) return answer;
  const { from, to, length } = repeats;
  const number = question.slice(from, from + length);
  return { ...answer, say: answer.say.slice(0, to) + number + answer.say.slice(to + length) };
}

function frameLength(header: FrameHeader, heard: Bytes): number {
  const digits = [...heard.slice(header.lengthAt, header.lengthAt + header.lengthBytes)].map((byte) =>
    byte.charCodeAt(0),
  );
  if (header.endian === 'little') digits.reverse();
  const told = digits.reduce((sum, digit) => sum * 256 + digit, 0);
  return header.counts === 'all' ? told : told + header.bytes;
}
