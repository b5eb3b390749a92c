import { describe, expect, it } from 'vitest';
import { http, mongodb, mysql, postgres, redis, smtp, ssh } from '../../src/lab/servers.ts';
import { BAD_REQUEST, understand } from '../../src/lab/talk.ts';
import { NUDGE } from './story.ts';

const MONGODB_ANSWER = `&\0\0\0\x07\0\0\0dead\xdd\x07${'\0'.repeat(7)}\x11\0\0\0\x01ok\0${'\0'.repeat(6)}\xf0\x3f\0`;
const OK = (http.talk as { answer: string }).answer;

describe('understand', () => {
  it.each([
    ['smtp', smtp, NUDGE, []],
    ['smtp', smtp, 'QUIT', []],
    ['smtp', smtp, 'QUIT\r\n', ['221 2.0.0 Bye\r\n', 'fin']],
    ['smtp', smtp, 'EHLO x\r\nQUIT\r\n', ['250 mail.example\r\n', '221 2.0.0 Bye\r\n', 'fin']],
    ['smtp', smtp, `${NUDGE}\r\n`, ['502 5.5.2 Error: command not recognized\r\n']],
    ['ssh', ssh, 'SSH-2.0-x\r\n', []],
    ['ssh', ssh, 'QUIT\r\n', ['Invalid SSH identification string.\r\n', 'fin']],
    ['redis', redis, '\r\n\r\n', []],
    ['redis', redis, 'PING\r\n', ['+PONG\r\n']],
    ['mysql', mysql, NUDGE, []],
    ['mysql', mysql, '\x01\0', []],
    ['mysql', mysql, 'QUIT\r\n', ['!\0\0\x01\xff\x84\x04#08S01Got packets out of order', 'reset']],
    ['mongodb', mongodb, NUDGE, []],
    ['mongodb', mongodb, '\x05\0\0\0'.padEnd(16, '\0'), ['fin']],
    ['mongodb', mongodb, `\x10\0\0\0dead${'\0'.repeat(8)}`, [MONGODB_ANSWER]],
    ['postgres', postgres, NUDGE, ['fin']],
    ['postgres', postgres, '\0\0\0\x08\x04\xd2\x16\x2f', ['N']],
    ['http', http, NUDGE, [BAD_REQUEST, 'fin']],
    ['http', http, '\r\n\r\n', []],
    ['http', http, 'GET / HT', []],
    ['http', http, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', [OK]],
    ['http', http, 'GET / HTTP/1.0\r\n\r\n', [OK]],
    ['http', http, 'QUIT\r\n', [BAD_REQUEST, 'fin']],
    ['http', http, 'GE\x01', [BAD_REQUEST, 'fin']],
    ['http', http, 'PRI * ', [BAD_REQUEST, 'fin']],
    ['http', http, 'GET / HTTP/9\r\n', [BAD_REQUEST, 'fin']],
  ] as const)('%s', (_name, { talk }, heard, expected) => {
    const { replies } = understand(talk, heard);
    expect(replies.flatMap(({ say, close }) => [say, close]).filter((word) => word !== undefined)).toEqual(expected);
  });

  it.each([
    ['a line that is not whole', smtp, 'NOOP\r\nQU', 'QU'],
    ['a frame that is not whole', postgres, '\0\0\0\x08\x04\xd2\x16\x2f\0\0', '\0\0'],
    ['the request behind the first', http, 'GET / HTTP/1.1\r\n\r\nGET', 'GET'],
  ] as const)('keeps %s', (_name, { talk }, heard, rest) => {
    expect(understand(talk, heard).rest).toBe(rest);
  });

  it.each([
    [{ kind: 'mute' }, 'anything', []],
    [{ kind: 'echo' }, 'anything', [{ say: 'anything' }]],
    [{ kind: 'constant', reply: { say: 'what?' } }, 'anything', [{ say: 'what?' }]],
    [{ kind: 'hangs-up', atBytes: 4, how: 'fin' }, 'abc', []],
    [{ kind: 'hangs-up', atBytes: 4, how: 'reset' }, 'abcd', [{ close: 'reset' }]],
    [{ kind: 'echo' }, '', []],
  ] as const)('%j hears %j', (talk, heard, replies) => {
    expect(understand(talk, heard).replies).toEqual(replies);
  });
});
