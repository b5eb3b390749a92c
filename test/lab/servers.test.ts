import { describe, expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import type { Server } from '../../src/lab/peer.ts';
import * as servers from '../../src/lab/servers.ts';
import { understand } from '../../src/lab/talk.ts';

const probeOf = (name: string) => PROBES.find((probe) => probe.name === name);
const firstWords = ({ greeting, blocks }: Server): string =>
  blocks?.reply.say ?? (greeting ?? []).map(({ bytes }) => bytes).join('');
const known = (patterns: readonly RegExp[] | undefined, bytes: string): boolean =>
  patterns?.some((pattern) => pattern.test(bytes)) ?? false;

/** The lab and the catalogue are two claims about the same servers. */
describe('servers are what the catalogue knows', () => {
  it.each([
    ['smtp', servers.smtp],
    ['ssh', servers.ssh],
    ['ftp', servers.ftp],
    ['pop3', servers.pop3],
    ['imap', servers.imap],
    ['mysql', servers.mysql],
    ['smtp', servers.postscreen(1)],
  ])('%s greets', (name, server) => {
    expect(known(probeOf(name)?.greetings, firstWords(server))).toBe(true);
  });

  it.each([
    ['mysql', servers.mysqlBlocked],
    ['ssh', servers.sshTooMany],
    ['smtp', servers.smtpTooMany],
  ])('%s refuses', (name, server) => {
    expect(known(probeOf(name)?.refusals, firstWords(server))).toBe(true);
  });

  it.each([
    ['redis', servers.redis],
    ['http', servers.http],
    ['postgresql', servers.postgres],
    ['mongodb', servers.mongodb],
  ])('%s answers its opening', (name, server) => {
    const probe = probeOf(name);
    const answer = understand(server.talk, probe?.opening ?? '')
      .replies.map(({ say }) => say ?? '')
      .join('');
    expect(firstWords(server)).toBe('');
    expect(known(probe?.answers, answer)).toBe(true);
  });
});

describe('faults', () => {
  it.each([
    ['slow', servers.slow(servers.smtp, 5), { delayMs: 5 }],
    ['slowOnce', servers.slowOnce(servers.smtp, 5), { delayMs: 5, delayedOnce: true }],
    ['turningAway', servers.turningAway('421'), { close: 'fin' }],
    ['blocking', servers.blocking(servers.mysql, 3), { blocks: { afterConnections: 3 } }],
  ])('%s', (_name, server, expected) => {
    expect(server).toMatchObject(expected);
  });

  it('dripping says the same, byte by byte', () => {
    const { greeting = [] } = servers.dripping(servers.imap, 5);
    expect(greeting.map(({ bytes }) => bytes).join('')).toBe(firstWords(servers.imap));
    expect(new Set(greeting.map(({ bytes }) => bytes.length))).toEqual(new Set([1]));
  });
});
