import { describe, expect, it } from 'vitest';
import type { Peer, Server } from '../../src/lab/peer.ts';
import * as servers from '../../src/lab/servers.ts';
import { FIN, type Lines, NUDGE, tell } from './story.ts';

const { smtp } = servers;
const GREETING = '"220 mail.example ESMTP Postfix\\r\\n"';
const SCOLDING: Server = servers.scolding(smtp, 2_000, { say: '554 SMTP synchronization error\r\n', close: 'fin' });
const unread: Server = { ...servers.closing, delayMs: 100 };

const STORIES: readonly (readonly [string, Peer, Lines, string])[] = [
  ['greets', smtp, {}, `${GREETING}@0`],
  ['greets late', servers.slow(smtp, 1_500), {}, `${GREETING}@1500`],
  ['is not hurried by a nudge', servers.slow(smtp, 1_500), { 100: NUDGE }, `${GREETING}@1500`],
  [
    'answers what came early once it has greeted',
    servers.slow(smtp, 50),
    { 0: 'QUIT\r\n' },
    `${GREETING}@50 "221 2.0.0 Bye\\r\\n"@50 fin@50`,
  ],
  ['scolds who speaks early', SCOLDING, { 100: 'x' }, '"554 SMTP synchronization error\\r\\n"@100 fin@100'],
  ['does not scold who waits', SCOLDING, { 2500: 'NOOP\r\n' }, `${GREETING}@2000 "250 2.0.0 Ok\\r\\n"@2500`],
  ['teases', servers.postscreen(6_000), {}, `"220-mail.example ESMTP\\r\\n"@0 ${GREETING}@6000`],
  [
    'and turns who falls for it away',
    servers.postscreen(6_000),
    { 100: NUDGE },
    '"220-mail.example ESMTP\\r\\n"@0 "521 5.5.1 Protocol error\\r\\n"@100 fin@100',
  ],
  ['drips', servers.dripping(servers.greeting('OK\r\n'), 50), {}, '"O"@0 "K"@50 "\\r"@100 "\\n"@150'],
  ['turns away', servers.sshTooMany, {}, '"Exceeded MaxStartups\\r\\n"@0 fin@0'],
  [
    'turns away, in the words of SMTP',
    servers.smtpTooMany,
    {},
    '"421 4.7.0 mail.example Error: too many connections\\r\\n"@0 fin@0',
  ],
  ['closes', servers.closing, {}, 'fin@0'],
  ['closes with bytes unread, which is a reset', unread, { 0: 'x' }, 'ECONNRESET@100'],
  ['resets', servers.resetting, {}, 'ECONNRESET@0'],
  ['says nothing', servers.mute, { 0: 'anything\r\n' }, 'silence'],
  ['echoes', servers.echo, { 10: NUDGE }, '"   \\u0001    "@10'],
  ['ends with the client', servers.slow(smtp, 500), { 100: FIN }, 'silence'],
];

describe('playServer', () => {
  it.each(STORIES)('%s', async (_name, peer, lines, story) => {
    expect(await tell(peer, lines)).toBe(story);
  });

  it('floods for as long as anybody listens', async () => {
    const told = await tell(servers.flooding('x', 1_000));
    expect(told.split(' ')).toHaveLength(60);
  });
});
