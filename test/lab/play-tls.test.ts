import { expect, it } from 'vitest';
import { clientHello } from '../../src/lab/client-hello.ts';
import * as servers from '../../src/lab/servers.ts';
import { NUDGE, tell } from './story.ts';

const imaps = servers.overTls(servers.smtp, 'mail.example');
const web = servers.overTls(servers.http, 'web.example', ['h2', 'http/1.1']);
const GREETING = '"220 mail.example ESMTP Postfix\\r\\n"';
const ALERT = '"\\u0015\\u0003\\u0003\\u0000\\u0002\\u0002F"';

it.each([
  ['greets in TLS', imaps, [], {}, `secured null @0 ${GREETING}@0`],
  [
    'is spoken to in TLS',
    imaps,
    [],
    { 10: 'QUIT\r\n' },
    `secured null @0 ${GREETING}@0 "221 2.0.0 Bye\\r\\n"@10 fin@10`,
  ],
  ['does not care what is offered', imaps, ['h2'], {}, `secured null @0 ${GREETING}@0`],
  ['agrees on what it likes best', web, ['http/1.1', 'h2'], {}, 'secured h2 @0'],
  ['needs no agreement', web, [], {}, 'secured null @0'],
])('%s', async (_name, peer, offer, lines, story) => {
  expect(await tell(peer, lines, offer)).toBe(story);
});

it('turns away who offers nothing that it speaks', async () => {
  expect(await tell(web, {}, ['imap'])).toBe('ERR_SSL_WRONG_VERSION_NUMBER@0');
});

it.each([
  ['silence', {}, 'silence'],
  ['what is no TLS', { 10: NUDGE }, `${ALERT}@10 fin@10`],
  ['half a hello', { 10: '\x16\x03\x01' }, 'silence'],
])('answers %s on a plain connection', async (_name, lines, story) => {
  expect(await tell(imaps, lines)).toBe(story);
});

it('shows a plain client its hello, and nothing of what is said inside', async () => {
  expect(await tell(imaps, { 10: clientHello([]) })).toMatch(/^"\\u0016\\u0003\\u0003\S+@10$/);
});
